# defaultdict: factories, unions, subclasses, errors.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import collections
from collections import *
show(lambda: collections.__all__)
dd = defaultdict(list, {"a": [1]}, b=[2])
dd["c"].append(3)
show(lambda: (dd, dd["zz"], dict(dd), dd.default_factory, len(dd), "q" in dd, dd.get("q"), dd.copy(), type(dd.copy()), dd == {"a": [1], "b": [2], "c": [3], "zz": []}))
show(lambda: defaultdict(5))
show(lambda: defaultdict(None)["a"])
show(lambda: defaultdict()[1])
show(lambda: defaultdict(int, [1]))
show(lambda: defaultdict(int, {}, {}))
show(lambda: defaultdict(lambda: 1 / 0)["x"])
show(lambda: (defaultdict(int, a=1) | {"b": 2}, {"b": 2} | defaultdict(int, a=1), type({"b": 2} | defaultdict(int, a=1))))
show(lambda: defaultdict(int) | 5)
n = defaultdict(int)
for ch in "hello world": n[ch] += 1
show(lambda: n)
show(lambda: sorted(n.items(), key=lambda kv: (-kv[1], kv[0]))[:2])
nest = defaultdict(lambda: defaultdict(int))
nest["a"]["b"] += 1
show(lambda: nest["a"])
show(lambda: n.missing)
show(lambda: defaultdict(int).__missing__(3))
class DD(defaultdict):
    def __missing__(self, key): return "m" + str(key)
show(lambda: (DD(int)["x"], DD(int)))
show(lambda: defaultdict(int).setdefault("a"))
show(lambda: defaultdict(int).pop("a"))
show(lambda: defaultdict.fromkeys("ab", 1))
n.default_factory = None
show(lambda: n["nope"])
