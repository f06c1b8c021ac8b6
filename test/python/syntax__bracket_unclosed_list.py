# SyntaxError: a bracket that is not closed.
# recorded: CPython 3.14
x = [1, 2
