# SyntaxError: two items without a comma in a list.
# recorded: CPython 3.14
x = [1, 2 3, 4]
