# SyntaxError: a single equals sign in a condition.
# recorded: CPython 3.14
if x = 5:
    pass
