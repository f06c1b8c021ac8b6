# SyntaxError: not after unary minus.
# recorded: CPython 3.14
x = -not 2
