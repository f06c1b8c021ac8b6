# SyntaxError: break outside of a loop.
# recorded: CPython 3.14
if True:
    break
