# SyntaxError: something after the backslash.
# recorded: CPython 3.14
x = 1 + \ 2
