# SyntaxError: elif after else.
# recorded: CPython 3.14
if x:
    pass
else:
    pass
elif y:
    pass
