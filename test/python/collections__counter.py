# Counter counts, adds, subtracts and ranks.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from collections import Counter
c = Counter("banana")
show(lambda: (
    c, c["a"], c["zz"], c.most_common(2), c.most_common(), sorted(c.elements()), c.total(), len(c), "b" in c,
    list(c.items()), Counter(), Counter(a=2, b=1), Counter({"x": 3}), Counter([1, 1, 2]),
))
show(lambda: (c.update("nab"), c, c.subtract({"a": 5}), c, c.subtract("n"), c["n"], dict(c), c.copy() == c))
show(lambda: (
    Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2),
    Counter(a=3, b=1) & Counter(a=1, b=5), Counter(a=3) | Counter(a=1, b=2), +Counter(a=1, b=-1), -Counter(a=1, b=-1),
))
show(lambda: (
    Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1),
    Counter("ab") > Counter("a"), Counter(a=2).most_common(0), repr(Counter(b=1, a=2)),
))
d = Counter(a=1)
d += Counter(b=2); d -= Counter(a=1); d["z"] -= 1
show(lambda: (
    d, d.pop("z"), d.setdefault("q", 5), d.clear(), d, isinstance(d, dict), type(Counter("a").copy()).__name__,
))
show(lambda: Counter(5))
show(lambda: Counter([], []))
show(lambda: Counter([[]]))
show(lambda: Counter.fromkeys("ab"))
show(lambda: c.most_common("x"))
show(lambda: c + 1)
show(lambda: c < 5)
show(lambda: c.subtract(5))
show(lambda: c.pop("nope"))
