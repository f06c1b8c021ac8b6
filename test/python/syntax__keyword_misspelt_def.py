# SyntaxError: a misspelt keyword.
# recorded: CPython 3.14
deff f():
    pass
