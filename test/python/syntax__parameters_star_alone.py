# SyntaxError: a bare star with nothing after it.
# recorded: CPython 3.14
def f(*): pass
