# SyntaxError: two slashes.
# recorded: CPython 3.14
def f(a, /, b, /): pass
