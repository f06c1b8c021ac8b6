# list() of every kind of iterable.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    list(), list("ab"), list((1, 2)), list({1: 2}), list(range(3)), list(x for x in "a"), list([1]), list(b"a"),
    list({5}), list(zip("a", "b")),
))
show(lambda: list(5))
show(lambda: list(None))
show(lambda: list([1], [2]))
show(lambda: list(x=1))
