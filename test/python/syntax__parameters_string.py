# SyntaxError: a string as parameter.
# recorded: CPython 3.14
def f("a"): pass
