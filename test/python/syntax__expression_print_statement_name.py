# SyntaxError: print as in Python 2 with a name.
# recorded: CPython 3.14
print x
