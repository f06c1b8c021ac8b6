# reduce folds from the left.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from functools import reduce
show(lambda: (
    reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, range(1, 6), 10),
    reduce(lambda a, b: a, [], "init"), reduce(max, [3, 9, 2]),
    reduce(lambda acc, w: {**acc, w: len(w)}, ["a", "bb"], {}), reduce(lambda a, b: f"({a}{b})", "abcd"),
    reduce(lambda a, b: a - b, [1], 5), reduce(lambda x, y: x, [1], initial=7),
))
show(lambda: reduce(lambda a, b: a, []))
show(lambda: reduce(lambda a, b: a, 5))
show(lambda: reduce(5, [1, 2]))
show(lambda: reduce(lambda a: a, [1, 2]))
show(lambda: reduce(lambda a, b: a + b, [1, "x"]))
show(lambda: reduce())
