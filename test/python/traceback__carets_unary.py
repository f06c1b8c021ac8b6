# Carets of unary operators.
# recorded: CPython 3.14
x = "text"
y = 5 + -x
