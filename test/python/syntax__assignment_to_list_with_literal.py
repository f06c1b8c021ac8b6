# SyntaxError: assigning to a list with a number in it.
# recorded: CPython 3.14
[a, 5] = x
