# SyntaxError: a bracket that closes nothing.
# recorded: CPython 3.14
x = 1]
