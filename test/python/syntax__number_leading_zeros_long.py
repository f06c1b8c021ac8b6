# SyntaxError: a longer one.
# recorded: CPython 3.14
x = 00123
