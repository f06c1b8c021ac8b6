# SyntaxError: def without colon.
# recorded: CPython 3.14
def f()
    pass
