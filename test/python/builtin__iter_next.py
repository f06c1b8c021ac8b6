# iter with one and with two arguments, next with a default.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

it = iter([1, 2])
show(lambda: (next(it), next(it), next(it, "default"), next(it, None), list(iter("ab")), iter(it) is it))
n = iter(range(10))
show(lambda: (list(iter(lambda: next(n), 4)), list(iter(lambda: 0, 0)), next(iter({"k": 1})), next(iter({5}))))
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * i
show(lambda: (list(Old()), 4 in Old(), [*Old()], tuple(iter(Old())), max(Old()), dict.fromkeys(Old()), sum(Old())))
show(lambda: next(it))
show(lambda: next(5))
show(lambda: next())
show(lambda: next([1]))
show(lambda: iter(5))
show(lambda: iter())
show(lambda: iter(5, 5))
show(lambda: iter([1], 2))
show(lambda: next(it, 1, 2))
class NotIter:
    def __iter__(self): return 5
show(lambda: iter(NotIter()))
