# SyntaxError: two names beside each other.
# recorded: CPython 3.14
x = (a b)
