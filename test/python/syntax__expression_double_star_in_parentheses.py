# SyntaxError: two stars in parentheses.
# recorded: CPython 3.14
x = (**a)
