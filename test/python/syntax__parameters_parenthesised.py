# SyntaxError: parenthesised parameters.
# recorded: CPython 3.14
def f(a, (b, c)): pass
