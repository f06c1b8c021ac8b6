# SyntaxError: a slash after a star.
# recorded: CPython 3.14
def f(*a, /): pass
