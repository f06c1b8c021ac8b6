# groupby groups neighbours; a group is gone when the next one is asked for.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from itertools import groupby
show(lambda: (
    [(k, list(g)) for k, g in groupby("aabbca")],
    [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)], list(groupby([])),
    [k for k, _ in groupby("aab")],
))
it = groupby([1, 1, 2, 2])
k1, g1 = next(it)
k2, g2 = next(it)
show(lambda: (k1, list(g1), k2, next(g2), list(g2), next(it, "end")))
show(lambda: (
    [(len(list(g)), k) for k, g in groupby(sorted("mississippi"))],
    {k: [w for w in g] for k, g in groupby(["ant", "ape", "bee"], key=lambda w: w[0])},
))
show(lambda: groupby(5))
show(lambda: groupby())
show(lambda: list(groupby([1], key=5)))
show(lambda: [list(g) for k, g in groupby([1, "a"], key=lambda x: x + 1)])
