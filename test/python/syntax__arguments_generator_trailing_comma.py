# SyntaxError: a generator followed by a comma.
# recorded: CPython 3.14
f(x for x in y,)
