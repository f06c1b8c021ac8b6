# sum: ints of any size, floats with compensation, anything that adds.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except BaseException as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (sum([]), sum([], 5), sum((1, 2)), sum(range(101)), sum({1: 2, 3: 4}), sum({1, 2}), sum(b"ab"), sum(x for x in (1, 2))))
show(lambda: (sum([True, True]), sum([], True), sum([True], False), sum([0], -0.0), sum([-0.0]), sum([-0.0], -0.0)))
show(lambda: (sum([2**62] * 3), sum([2**63, -2**63, 1]), sum([-2**63]), sum([10**30, 1]), sum(x for x in [2**61] * 9)))
show(lambda: (sum([0.1] * 10), sum(x for x in [0.1] * 10), sum([0.1] * 3, 0.5), sum([1, 0.1, 0.2, 3, True]), sum([1e100, 1.0, -1e100])))
show(lambda: (sum([1.5, 2**70, 0.25]), sum([1, 2.5, 2**64]), sum(x for x in [1e16, 1, 1, -1e16]), sum([float("inf"), 1])))
show(lambda: (sum([float("inf"), float("-inf")]), sum([1e308, 1e308]), sum([1e308, 1e308, -1e308]), sum([float("nan")])))
show(lambda: sum([1.0, 10**400]))
show(lambda: (sum([[1], [2]], []), sum([(1,), (2,)], ()), sum([{1}], [])))
show(lambda: (sum([[1], [2]], []), sum([(1,), (2,)], (0,))))
class Money:
    def __init__(self, n): self.n = n
    def __add__(self, other): return Money(self.n + getattr(other, "n", other))
    __radd__ = __add__
    def __repr__(self): return f"Money({self.n})"
show(lambda: (sum([Money(1), Money(2)]), sum((Money(n) for n in range(4)), Money(10)), sum([1, Money(2), 3]), sum([1.5, Money(2), 3])))
show(lambda: (sum([1], start=2), sum((x for x in [1.5]), start=1)))
show(lambda: sum(["a"]))
show(lambda: sum(["a"], ""))
show(lambda: sum([], b""))
show(lambda: sum([None]))
show(lambda: sum(5))
show(lambda: sum())
show(lambda: sum([1], 2, 3))
def broken():
    yield 1
    raise KeyError("broken")
show(lambda: sum(broken()))
def stops(x): raise StopIteration(x)
class AddStops:
    def __radd__(self, other): raise StopIteration("from add")
show(lambda: sum([AddStops()]))
show(lambda: sum(x for x in [AddStops()]))
