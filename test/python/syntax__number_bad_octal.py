# SyntaxError: a digit that is not octal.
# recorded: CPython 3.14
x = 0o8
