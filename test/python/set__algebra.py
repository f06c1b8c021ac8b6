# union, intersection, difference and symmetric_difference, as methods and operators.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

a, b = {1, 2, 3}, {3, 4}
show(lambda: (a | b, a & b, a - b, a ^ b, b - a, a | set(), a & set(), a - a))
show(lambda: (
    a.union(b, [9], (8,)), a.union(), a.intersection([3, 2], {2}), a.intersection(), a.difference([1], [2]),
    a.difference(), a.symmetric_difference([1, 7]),
))
show(lambda: (
    a.union(range(2)), a.intersection({1: "a"}), a.union(x for x in (5,)), a | frozenset([7]),
    frozenset([7]) | a, type(frozenset([7]) | a).__name__,
))
show(lambda: a | [1])
show(lambda: a & (1,))
show(lambda: a - None)
show(lambda: a ^ "x")
show(lambda: a.union(5))
show(lambda: a.union([[]]))
show(lambda: a.intersection(5))
show(lambda: a.intersection([[]]))
show(lambda: a.difference(None))
show(lambda: a.symmetric_difference(5))
show(lambda: a.symmetric_difference())
show(lambda: a + b)
