# SyntaxError: a hexadecimal number without digits.
# recorded: CPython 3.14
x = 0x
