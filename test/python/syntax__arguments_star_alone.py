# SyntaxError: a star without an expression.
# recorded: CPython 3.14
f(*)
