# SyntaxError: an empty replacement field.
# recorded: CPython 3.14
x = f"{}"
