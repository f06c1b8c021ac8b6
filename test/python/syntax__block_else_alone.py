# SyntaxError: else without if.
# recorded: CPython 3.14
else:
    pass
