# SyntaxError: a number and a name without a space.
# recorded: CPython 3.14
x = 5abc
