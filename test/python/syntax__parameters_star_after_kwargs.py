# SyntaxError: *args after **kwargs.
# recorded: CPython 3.14
def f(**k, *a): pass
