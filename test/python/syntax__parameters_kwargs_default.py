# SyntaxError: **kwargs with a default.
# recorded: CPython 3.14
def f(**k=1): pass
