# cmp_to_key, total_ordering and cached_property.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from functools import cmp_to_key, total_ordering, cached_property
show(lambda: (
    sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)),
    sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(a) - len(b))),
    max([1, 5, 2], key=cmp_to_key(lambda a, b: a - b)),
    cmp_to_key(lambda a, b: a - b)(1) < cmp_to_key(lambda a, b: a - b)(2),
))
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
show(lambda: (V(1) <= V(1), V(1) > V(2), V(3) >= V(2), sorted([V(2), V(1)])[0].n))
class C:
    n = 0
    @cached_property
    def value(self):
        """the doc"""
        C.n += 1
        return C.n
c = C()
show(lambda: (c.value, c.value, C().value, c.__dict__, C.value.__doc__, C.value.attrname))
show(lambda: cmp_to_key())
show(lambda: sorted([1, 2], key=cmp_to_key(5)))
show(lambda: sorted([1, 2], key=cmp_to_key(lambda a, b: "x")))
show(lambda: cmp_to_key(len) < 5)
show(lambda: total_ordering(type("X", (), {})))
show(lambda: total_ordering(5))
show(lambda: cached_property())
