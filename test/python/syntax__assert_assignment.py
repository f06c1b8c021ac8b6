# SyntaxError: assert with a single equals sign.
# recorded: CPython 3.14
assert x = 5
