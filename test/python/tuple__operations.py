# Tuples: displays, indexing, arithmetic, hashing, immutability.
# recorded: CPython 3.14
# exit: 0
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    (), (1,), 1, (1, 2) + (3,), (1, 2) * 2, 0 * (1,), (1, 2)[0], (1, 2)[-1], (1, 2, 3)[::-1], (1, 2, 3)[1:],
    2 in (1, 2), len((1, (2, 3))),
))
show(lambda: (
    tuple(), tuple("ab"), tuple([1]), tuple({1: 2}), tuple(x for x in range(2)), (1, 2) < (1, 3),
    (1, 2) == (1.0, 2.0), hash((1, 2)) == hash((1.0, 2.0)),
))
show(lambda: (
    {(1, 2): "a"}[1, 2], ((1, 2), 3) == ((1, 2), 3), (1, [2])[1], max((1, 2), (1, 3)), sorted([(2, 1), (1, 2)]),
    *(1, 2), tuple((1,)) == (1,),
))
show(lambda: (1, 2)[5])
show(lambda: (1, 2).__getitem__("a"))
show(lambda: (1,) + [2])
show(lambda: (1,) * "x")
show(lambda: hash((1, [])))
show(lambda: tuple(5))
show(lambda: tuple(1, 2))
show(lambda: (1, 2).append(3))
show(lambda: (1, 2) < (1, "a"))
show(lambda: () < 5)
