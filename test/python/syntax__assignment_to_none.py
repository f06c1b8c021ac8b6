# SyntaxError: assigning to None.
# recorded: CPython 3.14
None = 1
