# SyntaxError: a space that is no white space.
# recorded: CPython 3.14
x = 1 + 2
