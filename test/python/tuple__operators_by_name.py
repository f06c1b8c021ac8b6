# tuple's operators called by name: concatenation, repetition, membership, subscripts, comparisons.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


NAN = float("nan")
for other in ((4,), (), [4], "ab", None):
    show(tuple.__add__, (1,), other)
for count in (0, 1, 2, -1, True, 1.0, None, 10 ** 30):
    show(tuple.__mul__, (1, None), count)
    show(tuple.__rmul__, (1, None), count)
for part in (2, 2.0, "2", None, NAN):
    show(tuple.__contains__, (1, 2, NAN), part)
for index in (0, -1, 3, -4, 10 ** 30, True, slice(1, None), slice(None, None, -2), slice(0, 2, 0), "0", 1.0, None):
    show(tuple.__getitem__, (1, 2, 3), index)
for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    method = getattr(tuple, name)
    show(method, (1, 2), (1, 3))
    show(method, (1,), (1, 0))
    show(method, (NAN,), (NAN,))
    show(method, (1,), [1])
    show(method, (1, "a"), (1, 2))
    show(method, [1], (1,))
    show(method, (1,))
for name in ("__len__", "__repr__", "__hash__", "__add__", "__mul__", "__contains__", "__getitem__", "__rmul__", "__iter__"):
    show(getattr(tuple, name), [1], 0)
    show(getattr(tuple, name))
show(tuple.__len__, (1, 2))
show(tuple.__repr__, (1,))
show(tuple.__repr__, ())
show(tuple.__hash__, ([],))
print(type(tuple.__iter__(())).__name__)
print(tuple.__hash__((1, 2)) == hash((1, 2.0)))
show(tuple.__new__, tuple, "ab")
show(tuple.__new__, tuple, 5)
show(tuple.__new__, list)
show(tuple.__class_getitem__, int)
show(tuple.__class_getitem__)
