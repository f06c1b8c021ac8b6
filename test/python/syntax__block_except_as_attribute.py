# SyntaxError: except … as an attribute.
# recorded: CPython 3.14
try:
    pass
except A as e.x:
    pass
