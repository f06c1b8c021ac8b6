# SyntaxError: a float with letters.
# recorded: CPython 3.14
x = 1.5e
