# SyntaxError: an assignment without value.
# recorded: CPython 3.14
x =
