# SyntaxError: parentheses that are not closed.
# recorded: CPython 3.14
def f(a, b:
    pass
