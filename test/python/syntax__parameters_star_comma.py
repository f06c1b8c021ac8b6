# SyntaxError: a bare star and a comma.
# recorded: CPython 3.14
def f(*,): pass
