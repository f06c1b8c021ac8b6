# SyntaxError: an underscore after the point.
# recorded: CPython 3.14
x = 1._5
