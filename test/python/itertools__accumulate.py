# accumulate and tee.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from itertools import accumulate, tee
show(lambda: (
    list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=100)),
    list(accumulate([])), list(accumulate([], initial=5)), list(accumulate("abc")),
    list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], func=None)),
))
a, b = tee(iter([1, 2, 3]))
show(lambda: (next(a), next(a), list(b), list(a), tee([1], 0), [list(t) for t in tee("ab", 3)]))
show(lambda: accumulate(5))
show(lambda: list(accumulate([1, "a"])))
show(lambda: list(accumulate([1, 2], 5)))
show(lambda: accumulate())
show(lambda: tee(5))
show(lambda: tee([1], -1))
show(lambda: tee())
