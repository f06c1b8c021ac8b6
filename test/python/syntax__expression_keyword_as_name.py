# SyntaxError: a keyword as operand.
# recorded: CPython 3.14
x = 1 + class
