# SyntaxError: a bare star before **kwargs.
# recorded: CPython 3.14
def f(*, **k): pass
