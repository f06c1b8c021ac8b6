# SyntaxError: else if in place of elif.
# recorded: CPython 3.14
if x:
    pass
else if y:
    pass
