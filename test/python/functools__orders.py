# cmp_to_key and total_ordering with every root.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from functools import *
def cmp(a, b): return (a > b) - (a < b)
K = cmp_to_key(cmp)
show(lambda: sorted([3, 1, 2], key=K))
show(lambda: sorted("hello", key=cmp_to_key(lambda a, b: cmp(b, a))))
show(lambda: (K(1) < K(2), K(1) == K(1), K(3) >= K(4), K(1) != K(2), K(5).obj))
show(lambda: K(1) < 5)
show(lambda: hash(K(1)))
show(lambda: K())
show(lambda: K(1, 2))
show(lambda: K < K)
show(lambda: cmp_to_key())
show(lambda: cmp_to_key(1)(2) < cmp_to_key(1)(3))
show(lambda: type(K).__name__)
show(lambda: sorted([1, 2], key=cmp_to_key(lambda a, b: "x")))
show(lambda: (max([3, 7, 5], key=K), min([3, 7, 5], key=K)))
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v if isinstance(o, T) else NotImplemented
show(lambda: (T(1) < T(2), T(1) <= T(1), T(2) > T(1), T(2) >= T(3), T.__le__.__name__))
show(lambda: T(1) <= 5)
show(lambda: total_ordering(type("E", (), {})))
for root in ("__lt__", "__le__", "__gt__", "__ge__"):
    ops = {"__lt__": lambda s, o: s.v < o.v, "__le__": lambda s, o: s.v <= o.v, "__gt__": lambda s, o: s.v > o.v, "__ge__": lambda s, o: s.v >= o.v}
    X = total_ordering(type("X", (), {"__init__": lambda s, v: setattr(s, "v", v), "__eq__": lambda s, o: s.v == o.v, root: ops[root]}))
    show(lambda: [(X(a) < X(b), X(a) <= X(b), X(a) > X(b), X(a) >= X(b)) for a, b in ((1, 2), (2, 2), (3, 2))])
