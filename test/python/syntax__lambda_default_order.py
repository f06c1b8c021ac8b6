# SyntaxError: a lambda parameter without default after one with.
# recorded: CPython 3.14
f = lambda a=1, b: 1
