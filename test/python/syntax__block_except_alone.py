# SyntaxError: except without try.
# recorded: CPython 3.14
except A:
    pass
