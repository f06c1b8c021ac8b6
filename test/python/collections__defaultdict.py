# defaultdict makes values for missing keys.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from collections import defaultdict
d = defaultdict(list)
d["a"].append(1); d["a"].append(2); d["b"]
show(lambda: (
    d, d["c"], len(d), d.get("zz"), "zz" in d, d.default_factory is list, defaultdict(int, a=1),
    defaultdict(None, {"x": 1}), defaultdict(lambda: "v")["k"], defaultdict(int) == {},
))
n = defaultdict(lambda: defaultdict(int))
n["x"]["y"] += 5
show(lambda: (
    n["x"]["y"], list(n), {k: dict(v) for k, v in n.items()}, d.copy(), d | {"z": 1}, type(d | {}).__name__,
    type(d.copy()).__name__, dict(d),
))
show(lambda: defaultdict(None)["k"])
show(lambda: defaultdict()["k"])
show(lambda: defaultdict(5))
show(lambda: defaultdict(lambda: 1 / 0)["k"])
show(lambda: defaultdict(list)[[]])
show(lambda: d.pop("nope"))
show(lambda: defaultdict(list, 5))
class DD(defaultdict):
    def __missing__(self, key): return "missing " + key
show(lambda: (DD()["k"], len(DD())))
