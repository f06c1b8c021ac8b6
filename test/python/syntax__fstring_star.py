# SyntaxError: a star without an expression in a field.
# recorded: CPython 3.14
x = f"{*}"
