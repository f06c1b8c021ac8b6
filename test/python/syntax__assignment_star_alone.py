# SyntaxError: a starred target alone.
# recorded: CPython 3.14
*a = c
