# SyntaxError: a generator as second argument.
# recorded: CPython 3.14
f(1, x for x in y)
