# SyntaxError: a misspelt keyword.
# recorded: CPython 3.14
clas C:
    pass
