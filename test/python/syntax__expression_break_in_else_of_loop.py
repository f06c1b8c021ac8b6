# SyntaxError: break in the else of a loop.
# recorded: CPython 3.14
for x in y:
    pass
else:
    break
