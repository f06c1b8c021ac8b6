# SyntaxError: for without colon.
# recorded: CPython 3.14
for a in b
    y = 1
