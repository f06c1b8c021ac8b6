# SyntaxError: except without a body.
# recorded: CPython 3.14
try:
    pass
except A:
y = 1
