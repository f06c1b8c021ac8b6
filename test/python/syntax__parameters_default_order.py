# SyntaxError: a parameter without default after one with.
# recorded: CPython 3.14
def f(a=1, b): pass
