# SyntaxError: elif without colon.
# recorded: CPython 3.14
if x:
    pass
elif y
    pass
