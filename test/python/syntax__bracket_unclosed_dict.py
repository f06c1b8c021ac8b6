# SyntaxError: a brace that is not closed.
# recorded: CPython 3.14
x = {"a": 1
