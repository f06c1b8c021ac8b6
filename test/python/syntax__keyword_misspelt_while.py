# SyntaxError: a misspelt keyword.
# recorded: CPython 3.14
whille True:
    pass
