# SyntaxError: a field with a format and no expression.
# recorded: CPython 3.14
x = f"{:5}"
