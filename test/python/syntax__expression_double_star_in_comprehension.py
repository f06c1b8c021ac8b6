# SyntaxError: dict unpacking in a comprehension.
# recorded: CPython 3.14
x = {**a for a in b}
