# SyntaxError: an f-string that does not end.
# recorded: CPython 3.14
x = f"abc
