# SyntaxError: if without colon.
# recorded: CPython 3.14
if x
    y = 1
