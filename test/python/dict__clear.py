# clear and copy.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

d = {"a": [1]}
c = d.copy()
show(lambda: (c == d, c is d, c["a"] is d["a"], d.clear(), d, c))
show(lambda: d.clear(1))
show(lambda: d.copy(1))
