# frozenset's methods.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

f = frozenset([1, 2])
show(lambda: (
    f.copy() is f, f.union([3]), f.intersection([1]), f.difference([1]), f.symmetric_difference([2, 3]),
    f.issubset({1, 2, 3}), f.issuperset([1]), f.isdisjoint([9]),
))
show(lambda: (
    f | {3}, f & {1}, f - {1}, f ^ {1}, f == {1, 2}, f < {1, 2, 3}, {f: 1}[frozenset([2, 1])], len(f), 1 in f,
    frozenset(f) is f,
))
show(lambda: f.add(3))
show(lambda: f.copy(1))
show(lambda: f.union(5))
show(lambda: f.intersection(5))
show(lambda: f.difference(5))
show(lambda: f.symmetric_difference(5))
show(lambda: f.issubset(5))
show(lambda: f.issuperset(5))
show(lambda: f.isdisjoint(5))
show(lambda: f | [1])
show(lambda: f < 5)
