# SyntaxError: a lambda parameter after **kwargs.
# recorded: CPython 3.14
f = lambda **k, a: 1
