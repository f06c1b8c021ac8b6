# SyntaxError: an underscore at the end.
# recorded: CPython 3.14
x = 1_
