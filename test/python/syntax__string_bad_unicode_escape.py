# SyntaxError: an incomplete Unicode escape.
# recorded: CPython 3.14
x = "\u12"
