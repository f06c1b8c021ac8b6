# __length_hint__ of the builtin iterators.
# recorded: CPython 3.14
def hint(it):
    try:
        return it.__length_hint__()
    except AttributeError as error:
        return str(error)

for make in (
    lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter("abc"), lambda: iter("äbc"), lambda: iter(b"abc"),
    lambda: iter(range(3)), lambda: iter(range(2**70, 2**70 + 3)), lambda: iter({1: 2, 3: 4, 5: 6}), lambda: iter({1, 2, 3}),
    lambda: iter({1: 2, 3: 4, 5: 6}.items()), lambda: iter({1: 2, 3: 4, 5: 6}.values()), lambda: reversed([1, 2, 3]),
    lambda: reversed((1, 2, 3)), lambda: reversed("abc"), lambda: reversed({1: 2, 3: 4, 5: 6}), lambda: reversed(range(3)),
):
    it = make()
    counts = [hint(it)]
    next(it)
    counts.append(hint(it))
    list(it)
    counts.append(hint(it))
    print(type(it).__name__, counts)
for it in (map(len, [""]), filter(None, [1]), zip([1]), enumerate([1]), (x for x in [1]), iter(int, 1)):
    print(hint(it))
class Hinted:
    def __init__(self, hint): self.hint = hint
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self):
        if isinstance(self.hint, Exception): raise self.hint
        return self.hint
for value in (5, NotImplemented, 0, -1, "x", TypeError("t"), ValueError("v")):
    try:
        print(list(Hinted(value)))
    except Exception as error:
        print(type(error).__name__, error)
