# SyntaxError: except … as without a body.
# recorded: CPython 3.14
try:
    pass
except A as e:
y = 1
