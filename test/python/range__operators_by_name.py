# range's operators called by name: membership, subscripts with very big numbers, comparison by items.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


BIG = 10 ** 30
for items in (range(0), range(1, 10, 3), range(5, -5, -2), range(-BIG, BIG, BIG)):
    for part in (1, 4, 4.0, -BIG, "a", None, True):
        show(range.__contains__, items, part)
    for index in (0, -1, 2, 7, -8, BIG, True, slice(None, None, -1), slice(1, BIG), slice(0, 1, 0), "0", 1.0):
        show(range.__getitem__, items, index)
    for name in ("__bool__", "__repr__", "__len__"):
        show(getattr(range, name), items)
    print([*range.__iter__(items)], [*range.__reversed__(items)])
for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    method = getattr(range, name)
    show(method, range(0, 3, 2), range(0, 4, 2))
    show(method, range(5, 5), range(BIG, 0))
    show(method, range(1), range(2))
    show(method, range(1), [0])
    show(method, [0], range(1))
    show(method, range(1))
print(hash(range(0, 3, 2)) == hash(range(0, 4, 2)), hash(range(3)) == hash(range(4)))
for name in ("__contains__", "__getitem__", "__bool__", "__repr__", "__len__", "__iter__", "__reversed__", "__hash__"):
    show(getattr(range, name), [1], 0)
    show(getattr(range, name))
show(range.__len__, range(BIG))
