# SyntaxError: two expressions beside each other.
# recorded: CPython 3.14
x = (1 2)
