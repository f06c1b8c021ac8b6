# SyntaxError: two stars without an expression.
# recorded: CPython 3.14
f(**)
