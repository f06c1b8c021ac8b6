# SyntaxError: a field that is not closed.
# recorded: CPython 3.14
x = f"{a"
