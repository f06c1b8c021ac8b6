# SyntaxError: the file ends after a backslash.
# recorded: CPython 3.14
x = 1 + \
