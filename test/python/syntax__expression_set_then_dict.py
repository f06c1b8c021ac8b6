# SyntaxError: set items and then a dict entry.
# recorded: CPython 3.14
x = {1, 2: 3}
