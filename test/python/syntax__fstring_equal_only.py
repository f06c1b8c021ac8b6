# SyntaxError: a field with only an equals sign.
# recorded: CPython 3.14
x = f"{=}"
