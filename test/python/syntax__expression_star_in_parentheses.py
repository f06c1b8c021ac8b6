# SyntaxError: a star in parentheses.
# recorded: CPython 3.14
x = (*a)
