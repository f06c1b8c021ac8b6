# SyntaxError: a subscript that starts with a comma.
# recorded: CPython 3.14
x[,1]
