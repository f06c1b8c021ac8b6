# SyntaxError: a decimal number with a leading zero.
# recorded: CPython 3.14
x = 012
