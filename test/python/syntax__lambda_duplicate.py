# SyntaxError: the same parameter twice in a lambda.
# recorded: CPython 3.14
f = lambda a, a: 1
