# SyntaxError: a decorator without a function.
# recorded: CPython 3.14
@f
x = 1
