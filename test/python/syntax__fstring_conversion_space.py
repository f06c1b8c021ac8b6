# SyntaxError: a space before the conversion.
# recorded: CPython 3.14
x = f"{a! r}"
