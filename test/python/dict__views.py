# keys, values and items are live views with set operations.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
show(lambda: (k, v, i, len(k), len(v), len(i), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i))
d["c"] = 3
show(lambda: (k, list(v), list(i), list(reversed(k)), list(reversed(i)), list(reversed(v))))
show(lambda: (
    k & {"a", "z"}, sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), k == {"a", "b", "c"}, k >= {"a"},
    k < {"a"}, k.isdisjoint("xy"), sorted(i & {("a", 1)}),
))
show(lambda: (
    i == {("a", 1), ("b", 2), ("c", 3)}, {1: 2}.keys() == {1: 3}.keys(), {1: 2}.values() == {1: 2}.values(),
    k.mapping["a"], {"a", "b"} & k == {"a", "b"},
))
show(lambda: k[0])
show(lambda: v & {1})
show(lambda: d.keys(1))
show(lambda: d.values(1))
show(lambda: d.items(1))
show(lambda: k & 5)
show(lambda: hash(k))
show(lambda: k.isdisjoint(5))
show(lambda: k.mapping.__setitem__("a", 1))
show(lambda: ([].__class__(k), {**dict(i)}, max(k), sum(v), dict(zip(k, v)) == d))
