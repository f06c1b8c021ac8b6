# SyntaxError: a misspelt keyword in a loop.
# recorded: CPython 3.14
for x inn y:
    pass
