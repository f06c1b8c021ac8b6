# SyntaxError: two arguments without a comma.
# recorded: CPython 3.14
f(a b)
