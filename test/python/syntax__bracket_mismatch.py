# SyntaxError: brackets that do not match.
# recorded: CPython 3.14
x = (1, 2]
