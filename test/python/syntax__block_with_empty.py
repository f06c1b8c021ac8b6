# SyntaxError: with without a body.
# recorded: CPython 3.14
with a:
y = 1
