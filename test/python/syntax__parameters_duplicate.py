# SyntaxError: the same parameter twice.
# recorded: CPython 3.14
def f(a, a): pass
