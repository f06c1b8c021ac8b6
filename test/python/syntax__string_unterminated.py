# SyntaxError: a string that does not end.
# recorded: CPython 3.14
x = "abc
