# SyntaxError: an expression as keyword.
# recorded: CPython 3.14
f(a.b=1)
