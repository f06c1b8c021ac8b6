# SyntaxError: else without colon.
# recorded: CPython 3.14
if x:
    pass
else
    pass
