# SyntaxError: a bare star in a lambda.
# recorded: CPython 3.14
f = lambda *: 1
