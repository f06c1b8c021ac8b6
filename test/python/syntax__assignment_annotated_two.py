# SyntaxError: annotations on two names.
# recorded: CPython 3.14
a, b: int = 1, 2
