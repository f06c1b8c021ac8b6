# SyntaxError: an arrow in an expression.
# recorded: CPython 3.14
x = a -> b
