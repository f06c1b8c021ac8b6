# SyntaxError: print as in Python 2.
# recorded: CPython 3.14
print "hello"
