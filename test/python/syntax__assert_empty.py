# SyntaxError: assert of nothing.
# recorded: CPython 3.14
assert
