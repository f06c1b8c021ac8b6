# SyntaxError: a dict entry without colon.
# recorded: CPython 3.14
x = {1: 2, 3}
