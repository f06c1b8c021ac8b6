# SyntaxError: an expression that stops.
# recorded: CPython 3.14
x = 1 +
