# SyntaxError: an invalid expression in a field.
# recorded: CPython 3.14
x = f"{a b}"
