# SyntaxError: for without in.
# recorded: CPython 3.14
for a of b:
    pass
