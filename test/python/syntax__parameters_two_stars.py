# SyntaxError: two *args.
# recorded: CPython 3.14
def f(*a, *b): pass
