# Dicts keep the order of insertion; updating a value does not move its key.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

d = {}
for key in ("z", "a", 3, None): d[key] = len(d)
show(lambda: (d, list(d)))
d["z"] = "new"; del d["a"]; d["a"] = "again"
show(lambda: (d, list(reversed(d)), next(iter(d)), d.popitem()))
show(lambda: ({1: "a", 1.0: "b", True: "c"}, {"x": 1, "y": 2} == {"y": 2, "x": 1}, {**{"b": 1}, "a": 2, **{"b": 3}}))
show(lambda: (dict(b=1, a=2), dict([("k", 1), ("j", 2)], k=5), {k: v for k, v in sorted({"q": 1, "p": 2}.items())}))
d = {i: i for i in range(20)}
for i in range(0, 20, 2): del d[i]
for i in range(5): d[i + 100] = i
show(lambda: list(d))
