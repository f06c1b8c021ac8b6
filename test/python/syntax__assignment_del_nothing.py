# SyntaxError: del of nothing.
# recorded: CPython 3.14
del
