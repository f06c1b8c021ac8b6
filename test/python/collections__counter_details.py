# Counter: all operators, in place and not, sources, subclasses, errors.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from collections import *
c = Counter("abracadabra")
show(lambda: (c, c["a"], c["zz"], c.most_common(2), c.most_common(), c.total(), sorted(c.elements()), c.most_common(0), c.most_common(-1), c.most_common(100)))
show(lambda: (Counter(a=3, b=1) + Counter(a=1, c=-2), Counter(a=3, b=1) - Counter(a=1, b=5), Counter(a=3) | Counter(a=5, b=1), Counter(a=3, b=1) & Counter(a=1), +Counter(a=-1, b=2), -Counter(a=-1, b=2)))
show(lambda: (Counter(a=1) == Counter(a=1, b=0), Counter(a=1) < Counter(a=2), Counter(a=1) <= Counter(), Counter(a=1) != Counter(), Counter(a=2) > Counter(a=1), Counter() >= Counter()))
def inplace(op):
    x = Counter(a=3, b=1, d=-1)
    y = Counter(a=1, b=2, e=4)
    if op == "+": x += y
    if op == "-": x -= y
    if op == "|": x |= y
    if op == "&": x &= y
    return x
show(lambda: [inplace(op) for op in "+-|&"])
def upd():
    x = Counter("ab")
    x.update("bc"); x.update({"a": 5}); x.update(z=2); x.subtract("aab"); x.subtract({"q": 1}); x.subtract(q=3)
    del x["nothere"]; del x["a"]
    return x
show(upd)
show(lambda: Counter(5))
show(lambda: Counter([[]]))
show(lambda: Counter("a", "b"))
show(lambda: Counter.fromkeys("ab"))
show(lambda: Counter("ab") + 5)
show(lambda: Counter("ab").most_common("x"))
show(lambda: Counter(a="x").total())
show(lambda: Counter(a="x", b=1))
show(lambda: (Counter([1, 2.0, 1.0, True, None, (1, 2), (1, 2)]), Counter(x for x in "aab"), Counter(range(3)), Counter({"a": 1}.keys()), Counter(None), Counter(), Counter([]), Counter({1: 2})))
show(lambda: (Counter("abc").copy(), dict(Counter("aa")), Counter("ab").pop("a"), list(Counter("ba")), Counter(a=1, b=1).most_common(1), "a" in Counter("a")))
class CC(Counter):
    def __missing__(self, k): return 100
show(lambda: (CC("aa")["q"], CC("aa")))
class CS(Counter):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
show(lambda: CS("aab"))
big = Counter()
for i in range(1000): big[i % 10] += i
show(lambda: big)
