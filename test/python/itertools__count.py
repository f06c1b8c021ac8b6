# count, cycle, repeat and islice.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from itertools import count, cycle, repeat, islice
show(lambda: (
    list(islice(count(), 3)), list(islice(count(5, -2), 4)), list(islice(count(0.5, 0.25), 3)),
    list(islice(cycle("ab"), 5)), list(cycle([])), list(repeat("x", 3)), list(repeat(1, 0)), list(repeat(1, -5)),
    list(islice(repeat(7), 2)),
))
show(lambda: (
    list(islice("abcdef", 2)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)),
    list(islice("abc", 5, 9)), list(islice("abc", None)), list(islice("abc", 0)), list(map(pow, range(4), repeat(2))),
))
show(lambda: (
    count(3), count(1, 2), count(1.5), repeat(5), repeat(5, 2), repeat(object=1, times=2), next(count(2**70)),
    count(start=2, step=3),
))
it = iter(range(10))
show(lambda: (list(islice(it, 3)), next(it), list(islice(it, 1, 3)), list(it)))
show(lambda: count("a"))
show(lambda: count(1, "b"))
show(lambda: cycle(5))
show(lambda: cycle())
show(lambda: repeat())
show(lambda: repeat(1, "x"))
show(lambda: islice("abc"))
show(lambda: islice("abc", -1))
show(lambda: islice("abc", 0, 5, 0))
show(lambda: islice("abc", "x"))
show(lambda: islice(5, 1))
