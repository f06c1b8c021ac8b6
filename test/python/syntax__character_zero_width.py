# SyntaxError: a character that cannot be printed.
# recorded: CPython 3.14
x = 1​
