# SyntaxError: a bracket that is not closed, and a def after it.
# recorded: CPython 3.14
def f():
    return g(1, [2, 3
def h():
    pass
