# SyntaxError: del of a tuple with a number in it.
# recorded: CPython 3.14
del (a, 5)
