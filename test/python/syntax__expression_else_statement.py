# SyntaxError: a statement after else.
# recorded: CPython 3.14
x = 1 if True else pass
