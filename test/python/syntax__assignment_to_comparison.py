# SyntaxError: assigning to a comparison.
# recorded: CPython 3.14
a < b = c
