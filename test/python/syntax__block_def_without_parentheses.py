# SyntaxError: def without parentheses.
# recorded: CPython 3.14
def f:
    pass
