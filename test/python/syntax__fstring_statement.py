# SyntaxError: a statement in a field.
# recorded: CPython 3.14
x = f"{return}"
