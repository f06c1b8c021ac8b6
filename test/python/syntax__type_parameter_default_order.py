# SyntaxError: a type parameter without default after one with.
# recorded: CPython 3.14
def f[T=int, U](): pass
