# SyntaxError: assigning to an f-string.
# recorded: CPython 3.14
f"{a}" = x
