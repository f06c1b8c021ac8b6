# SyntaxError: a single equals sign after an attribute.
# recorded: CPython 3.14
while a.b = 5:
    pass
