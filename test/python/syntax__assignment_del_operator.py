# SyntaxError: del of a sum.
# recorded: CPython 3.14
del a + b
