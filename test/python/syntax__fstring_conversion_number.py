# SyntaxError: a number as conversion.
# recorded: CPython 3.14
x = f"{a!5}"
