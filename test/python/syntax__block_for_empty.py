# SyntaxError: for without a body.
# recorded: CPython 3.14
for a in b:
y = 1
