# SyntaxError: *args with a default in a lambda.
# recorded: CPython 3.14
f = lambda *a=1: 1
