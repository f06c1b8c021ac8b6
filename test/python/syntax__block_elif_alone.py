# SyntaxError: elif without if.
# recorded: CPython 3.14
elif x:
    pass
