# min, max, sorted and reversed.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    min(3, 1, 2), max([3, 1, 2]), min("hello"), max("a", "B", key=str.lower), min([], default="none"),
    max({"a": 1, "b": 2}, key={"a": 1, "b": 2}.get), min((2, "a"), (2, "b")), max(1, 1.0), max(1.0, 1),
    min([[1, 2], [1]]), max(x % 5 for x in range(9)), max([1, 2, 3], key=lambda x: -x),
    min(["bb", "a"], key=len, default=0),
))
show(lambda: (
    sorted([3, 1, 2]), sorted("bac"), sorted([1, -2, 3], key=abs, reverse=True), sorted({"b": 1, "a": 2}),
    sorted(x for x in (2, 1)), sorted([(1, "b"), (1, "a")]), sorted([], key=5), sorted([True, False, 2]),
))
show(lambda: (
    list(reversed([1, 2, 3])), "".join(reversed("abc")), list(reversed(range(4))), list(reversed((1, 2))),
    list(reversed({"a": 1, "b": 2})), reversed([1]).__class__.__name__,
))
class R:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
class S:
    def __reversed__(self): return iter("custom")
show(lambda: (list(reversed(R())), list(reversed(S()))))
show(lambda: min([]))
show(lambda: max())
show(lambda: min(5))
show(lambda: max(1, "a"))
show(lambda: min([1, 2], key=5))
show(lambda: max([], key=len))
show(lambda: min(1, 2, default=5))
show(lambda: max([1], nope=2))
show(lambda: sorted(5))
show(lambda: sorted([1, "a"]))
show(lambda: sorted())
show(lambda: sorted([1], 5))
show(lambda: reversed(5))
show(lambda: reversed({1}))
show(lambda: reversed(x for x in "a"))
show(lambda: reversed())
