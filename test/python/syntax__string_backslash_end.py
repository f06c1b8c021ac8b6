# SyntaxError: a string that ends in a backslash.
# recorded: CPython 3.14
x = "abc\"
