# SyntaxError: a conversion without its letter.
# recorded: CPython 3.14
x = f"{a!}"
