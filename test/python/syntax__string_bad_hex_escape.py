# SyntaxError: an incomplete hex escape.
# recorded: CPython 3.14
x = "\x4"
