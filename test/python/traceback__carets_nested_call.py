# Carets of nested calls: the call that failed is marked.
# recorded: CPython 3.14
def g(x):
    raise TypeError("from g")
def f(x, y=0):
    return g(x) + 1
result = f(f(1), y=len("abc"))
