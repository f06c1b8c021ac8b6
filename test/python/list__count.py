# count and index, with identity before equality.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

nan = float("nan")
show(lambda: (
    [1, 1.0, True, "1", 2].count(1), [].count(1), [[1], [1]].count([1]), [nan, nan].count(nan),
    [nan].count(float("nan")),
))
show(lambda: (
    [3, 1, 2, 1].index(1), [3, 1, 2, 1].index(1, 2), [3, 1, 2, 1].index(1, -2), [3, 1].index(3, 0, 1),
    [nan].index(nan),
))
show(lambda: [1].index(2))
show(lambda: ["a"].index("b", 0))
show(lambda: [1, 2].index(2, 0, 1))
show(lambda: [1].index())
show(lambda: [1].index(1, "a"))
show(lambda: [1].count())
