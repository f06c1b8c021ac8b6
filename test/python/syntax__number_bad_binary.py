# SyntaxError: a digit that is not binary.
# recorded: CPython 3.14
x = 0b2
