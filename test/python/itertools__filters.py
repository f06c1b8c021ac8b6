# takewhile, dropwhile, filterfalse, compress and starmap.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from itertools import takewhile, dropwhile, filterfalse, compress, starmap
show(lambda: (
    list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])),
    list(filterfalse(lambda x: x % 2, range(5))), list(filterfalse(None, [0, 1, "", "a"])),
    list(compress("abcd", [1, 0, True, ""])), list(compress("ab", [1])), list(starmap(pow, [(2, 3), (3, 2)])),
    list(starmap(lambda *a: a, [(), (1,), "xy"])),
))
show(lambda: takewhile(None))
show(lambda: list(takewhile(5, [1])))
show(lambda: takewhile(bool, 5))
show(lambda: dropwhile(bool))
show(lambda: list(dropwhile(None, [1])))
show(lambda: filterfalse(bool, 5))
show(lambda: list(filterfalse(5, [1])))
show(lambda: compress("ab"))
show(lambda: compress(5, [1]))
show(lambda: list(starmap(pow, [1])))
show(lambda: starmap(pow))
show(lambda: list(starmap(lambda a: a, [(1, 2)])))
