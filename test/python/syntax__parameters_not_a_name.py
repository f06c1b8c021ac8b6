# SyntaxError: a number as parameter.
# recorded: CPython 3.14
def f(5): pass
