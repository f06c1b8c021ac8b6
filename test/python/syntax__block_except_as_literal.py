# SyntaxError: except … as a number.
# recorded: CPython 3.14
try:
    pass
except A as 5:
    pass
