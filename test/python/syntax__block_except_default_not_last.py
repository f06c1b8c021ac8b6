# SyntaxError: a bare except that is not the last.
# recorded: CPython 3.14
try:
    pass
except:
    pass
except A:
    pass
