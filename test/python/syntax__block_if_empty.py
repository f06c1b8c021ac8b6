# SyntaxError: if without a body.
# recorded: CPython 3.14
if x:
y = 1
