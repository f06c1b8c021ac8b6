# SyntaxError: two underscores.
# recorded: CPython 3.14
x = 1__0
