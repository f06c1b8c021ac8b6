# SyntaxError: a keyword as parameter.
# recorded: CPython 3.14
def f(None): pass
