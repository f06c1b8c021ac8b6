# SyntaxError: a misspelt keyword.
# recorded: CPython 3.14
fro x in y:
    pass
