# map, filter, zip and enumerate are lazy.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(None or abs, [])),
    list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x % 2, range(5))), list(zip("ab", [1, 2, 3])),
    list(zip()), list(zip("a")), list(zip("ab", "cd", strict=True)), list(enumerate("ab")), list(enumerate("ab", 5)),
    list(enumerate([], start=1)), list(enumerate("a", 2**62)),
))
log = []
m = map(log.append, "abc")
show(lambda: (log, next(m), log, list(m), log, next(zip([1], (log.append(x) for x in "zz"))), log))
a = iter(range(6))
show(lambda: (
    list(zip(a, a)), dict(zip("ab", range(2))), [*zip(*[(1, 2), (3, 4)])], list(zip("abc", range(10))),
    list(map(pow, [2, 3], [3, 2])), iter(map(abs, [])).__class__.__name__,
))
show(lambda: map(str))
show(lambda: map())
show(lambda: list(map(5, [1])))
show(lambda: map(str, 5))
show(lambda: list(map(lambda a: a, [1], [2])))
show(lambda: (list(map(str, [1], [2], strict=True)), list(map(lambda a, b: a, [1], [2, 3], strict=True))))
show(lambda: filter(None))
show(lambda: filter(None, 5))
show(lambda: list(filter(5, [1])))
show(lambda: zip(5))
show(lambda: list(zip("ab", "c", strict=True)))
show(lambda: list(zip("a", "bc", strict=True)))
show(lambda: zip("a", nope=1))
show(lambda: enumerate())
show(lambda: enumerate(5))
show(lambda: enumerate("a", "b"))
