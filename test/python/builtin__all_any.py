# all, any, sum and len.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    all([]), all([1, "a"]), all([1, 0]), any([]), any([0, ""]), any([0, 5]), all(x > 1 for x in (2, 3)),
    any(c.isdigit() for c in "ab1"),
))
show(lambda: (
    sum([1, 2, 3]), sum([]), sum([0.1] * 10), sum([1.5, 2]), sum([[1], [2]], []), sum(range(5), 100),
    sum((True, True)), sum([1, 2], start=10), sum(x * x for x in range(4)), sum([2**62, 2**62, 2**62]),
    sum({1: "a", 2: "b"}), sum([0.1, 0.2, 0.3]), sum([1e100, 1.0, -1e100]),
))
show(lambda: (len("abc"), len([]), len({1: 2}), len(range(5)), len(b"ab"), len({1, 2}), len((1,))))
show(lambda: all(5))
show(lambda: any(None))
show(lambda: all())
show(lambda: sum(5))
show(lambda: sum(["a", "b"]))
show(lambda: sum(["a"], ""))
show(lambda: sum([b"a"], b""))
show(lambda: sum([1, "a"]))
show(lambda: sum())
show(lambda: len(5))
show(lambda: len(x for x in "a"))
show(lambda: len())
show(lambda: len("a", "b"))
