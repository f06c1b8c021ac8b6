# SyntaxError: del of a number.
# recorded: CPython 3.14
del 5
