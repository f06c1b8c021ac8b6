# Ranges: items, slices, membership, equality and large values.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    list(range(5)), list(range(2, 8, 3)), list(range(5, 0, -2)), list(range(0)), list(range(3, 3)), range(5),
    range(1, 5), range(0, 10, 2), range(5, 0, -1),
))
show(lambda: (
    range(10)[3], range(10)[-1], range(10)[2:5], range(10)[::-1], range(0, 20, 3)[1:4], range(10)[::3], range(5)[10:],
    len(range(0, 10, 3)), len(range(10, 0)),
))
show(lambda: (
    3 in range(5), 5 in range(5), 4 in range(0, 10, 3), 2.0 in range(5), "a" in range(5), 2.5 in range(5),
    True in range(2),
))
show(lambda: (
    range(3) == range(3), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2),
    hash(range(3)) == hash(range(0, 3)), bool(range(0)), list(reversed(range(0, 10, 3))),
))
show(lambda: (
    range(10**30)[10**29], range(0, 10**30, 10**29)[-1], 10**25 in range(10**30), range(-5, 5)[::-2],
    range(2**63, 2**63 + 2), list(range(2**63, 2**63 + 2)), range(5).__len__(),
))
show(lambda: range())
show(lambda: range(1, 2, 0))
show(lambda: range("a"))
show(lambda: range(1.5))
show(lambda: range(1, 2, 3, 4))
show(lambda: range(5)[5])
show(lambda: range(5)["a"])
show(lambda: range(x=1))
show(lambda: range(3) + range(3))
show(lambda: range(3) < range(4))
show(lambda: range(None))
