# SyntaxError: *args with a default.
# recorded: CPython 3.14
def f(*a=1): pass
