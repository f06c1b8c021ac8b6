# SyntaxError: an unknown conversion.
# recorded: CPython 3.14
x = f"{a!x}"
