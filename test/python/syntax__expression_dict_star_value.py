# SyntaxError: a star as dict value.
# recorded: CPython 3.14
x = {1: *a}
