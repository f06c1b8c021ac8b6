# SyntaxError: a letter that is not hexadecimal.
# recorded: CPython 3.14
x = 0xg
