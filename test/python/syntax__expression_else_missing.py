# SyntaxError: a conditional without else.
# recorded: CPython 3.14
x = 1 if True
