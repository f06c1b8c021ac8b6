# SyntaxError: else without a body.
# recorded: CPython 3.14
if x:
    pass
else:
z = 1
