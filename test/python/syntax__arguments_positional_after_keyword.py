# SyntaxError: positional argument follows keyword argument.
# recorded: CPython 3.14
f(a=1, 2)
