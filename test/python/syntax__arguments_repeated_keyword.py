# SyntaxError: the same keyword twice.
# recorded: CPython 3.14
f(a=1, b=2, a=3)
