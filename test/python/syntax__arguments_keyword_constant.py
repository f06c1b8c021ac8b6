# SyntaxError: a constant as keyword.
# recorded: CPython 3.14
f(True=1)
