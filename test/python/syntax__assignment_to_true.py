# SyntaxError: assigning to True.
# recorded: CPython 3.14
True = 1
