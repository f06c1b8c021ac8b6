# SyntaxError: an argument without its value.
# recorded: CPython 3.14
f(a=)
