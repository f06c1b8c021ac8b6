# SyntaxError: while without a body.
# recorded: CPython 3.14
while x:
y = 1
