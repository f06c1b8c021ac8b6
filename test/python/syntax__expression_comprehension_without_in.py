# SyntaxError: for without in.
# recorded: CPython 3.14
x = [a for a]
