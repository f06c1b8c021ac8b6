# SyntaxError: the same type parameter twice.
# recorded: CPython 3.14
def f[T, T](): pass
