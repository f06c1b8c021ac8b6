# Exceptions without a text.
# recorded: CPython 3.14
def f():
    raise KeyError
f()
