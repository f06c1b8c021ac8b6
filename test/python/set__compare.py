# Subset, superset, disjoint and the comparison operators.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

a = {1, 2}
show(lambda: (
    a.issubset([1, 2, 3]), a.issubset({1}), a.issuperset([1]), a.issuperset([5]), a.issuperset([]), a.isdisjoint([3]),
    a.isdisjoint([1]), set().isdisjoint(set()),
))
show(lambda: (
    a < {1, 2, 3}, a <= {1, 2}, a < {1, 2}, a > {1}, a >= {1, 2}, a == {2, 1}, a != {1}, a == frozenset(a),
    a == [1, 2], {1} < {2}, {1} > {2}, a <= frozenset(a),
))
show(lambda: a < [1, 2, 3])
show(lambda: a >= 5)
show(lambda: a.issubset(5))
show(lambda: a.issuperset(5))
show(lambda: a.isdisjoint(5))
show(lambda: a.issubset())
