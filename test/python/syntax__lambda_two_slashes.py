# SyntaxError: two slashes in a lambda.
# recorded: CPython 3.14
f = lambda a, /, b, /: 1
