# SyntaxError: assigning to a sum.
# recorded: CPython 3.14
a + b = c
