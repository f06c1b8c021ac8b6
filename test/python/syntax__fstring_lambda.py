# SyntaxError: a lambda that takes the colon for a format.
# recorded: CPython 3.14
x = f"{lambda x: 1}"
