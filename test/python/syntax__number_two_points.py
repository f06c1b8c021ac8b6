# SyntaxError: a number with two points.
# recorded: CPython 3.14
x = 1.2.3
