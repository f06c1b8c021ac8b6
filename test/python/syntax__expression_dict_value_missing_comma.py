# SyntaxError: dict entries without a comma.
# recorded: CPython 3.14
x = {"a": 1 "b": 2}
