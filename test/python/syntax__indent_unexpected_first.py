# SyntaxError: the first line is indented.
# recorded: CPython 3.14
    x = 1
