# SyntaxError: an empty subscript.
# recorded: CPython 3.14
x[]
