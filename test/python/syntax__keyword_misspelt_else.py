# SyntaxError: a misspelt keyword.
# recorded: CPython 3.14
if x:
    pass
esle:
    pass
