# clear and copy.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

a = [1, [2]]
b = a.copy()
show(lambda: (b == a, b is a, b[1] is a[1], a.clear(), a, b))
show(lambda: a.clear(1))
show(lambda: a.copy(1))
