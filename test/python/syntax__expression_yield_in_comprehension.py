# SyntaxError: yield in a comprehension.
# recorded: CPython 3.14
def f():
    return [(yield x) for x in y]
