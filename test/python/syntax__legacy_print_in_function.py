# SyntaxError: print as in Python 2 in a function.
# recorded: CPython 3.14
def f(name):
    print "Hello", name
