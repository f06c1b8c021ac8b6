# SyntaxError: empty type parameters.
# recorded: CPython 3.14
def f[](): pass
