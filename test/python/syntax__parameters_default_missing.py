# SyntaxError: a default that is not there.
# recorded: CPython 3.14
def f(a=, b=1): pass
