# SyntaxError: try without a body.
# recorded: CPython 3.14
try:
y = 1
