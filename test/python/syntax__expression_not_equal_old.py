# SyntaxError: the old spelling of not equal.
# recorded: CPython 3.14
x = 1 <> 2
