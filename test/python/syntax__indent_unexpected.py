# SyntaxError: a line that is indented for no reason.
# recorded: CPython 3.14
x = 1
    y = 2
