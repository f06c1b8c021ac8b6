# SyntaxError: try without except and finally.
# recorded: CPython 3.14
try:
    pass
y = 1
