# SyntaxError: two stars in a list.
# recorded: CPython 3.14
x = [**a]
