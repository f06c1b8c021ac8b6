# set() and frozenset() of every kind of iterable.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    set(), set([1, 1, 2]), set("a"), set(range(3)), set({1: 2}), set(x for x in (1,)), {*[1, 2], *(2,)},
    len({1, 1.0, True}), frozenset(), frozenset([1]), frozenset("a"),
))
show(lambda: set(5))
show(lambda: set([[]]))
show(lambda: set([1], [2]))
show(lambda: set(x=1))
show(lambda: frozenset(5))
show(lambda: frozenset([1], [2]))
show(lambda: {[1]})
show(lambda: {{1}})
show(lambda: ({1: 2, **{}}, {1, }, set() == {}, bool(set()), bool({0}), len({(1, 2), (1, 2)}), [] in [set()]))
show(lambda: [] in {1})
show(lambda: {} in {1})
show(lambda: {1} in {1})
show(lambda: hash({1}))
show(lambda: (hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): "f"}[frozenset([1])]))
