# SyntaxError: a statement in a lambda.
# recorded: CPython 3.14
f = lambda: return 5
