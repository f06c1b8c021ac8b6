# update and fromkeys.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

d = {"a": 1}
show(lambda: (
    d.update({"b": 2}), d.update([("c", 3), ["d", 4]]), d.update(e=5, a=0), d.update({}, f=6), d.update(),
    d.update(("gh", "ij")), d,
))
show(lambda: (d.update(zip("xy", (1, 2))), d.update({1: 2}.items()), d))
show(lambda: (
    dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict.fromkeys((), 5), {}.fromkeys("a", []),
    dict.fromkeys(range(3), "v"),
))
show(lambda: d.update(5))
show(lambda: d.update([1]))
show(lambda: d.update([(1, 2, 3)]))
show(lambda: d.update(["abc"]))
show(lambda: d.update({}, {}))
show(lambda: d.update([([], 1)]))
show(lambda: dict.fromkeys(5))
show(lambda: dict.fromkeys([[]]))
show(lambda: dict.fromkeys())
class Keys:
    def keys(self): return ["k1", "k2"]
    def __getitem__(self, k): return k.upper()
show(lambda: (d.update(Keys()), d["k1"], dict(Keys())))
