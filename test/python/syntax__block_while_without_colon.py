# SyntaxError: while without colon.
# recorded: CPython 3.14
while x
    y = 1
