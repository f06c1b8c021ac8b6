# SyntaxError: except and except* mixed.
# recorded: CPython 3.14
try:
    pass
except A:
    pass
except* B:
    pass
