# SyntaxError: elif without a body.
# recorded: CPython 3.14
if x:
    pass
elif y:
z = 1
