# SyntaxError: a digit that is not octal, later.
# recorded: CPython 3.14
x = 0o178
