# SyntaxError: assigning to a number.
# recorded: CPython 3.14
5 = x
