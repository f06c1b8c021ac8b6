# list's operators called by name: concatenation, repetition, membership, subscripts, in-place changes.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


def changed(name, *arguments):
    """The list after the call."""
    items = [1, 2, 3]
    try:
        result = getattr(list, name)(items, *arguments)
        print(name, arguments, result is items, result, items)
    except Exception as error:
        print(name, arguments, type(error).__name__, error, items)


for other in ([4], [], (4,), "ab", None):
    show(list.__add__, [1], other)
    changed("__iadd__", other)
for count in (0, 2, -1, True, 1.0, None, 10 ** 30):
    show(list.__mul__, [1, None], count)
    show(list.__rmul__, [1, None], count)
    changed("__imul__", count)
for part in (2, 2.0, "2", None):
    show(list.__contains__, [1, 2], part)
for index in (0, -1, 3, -4, 10 ** 30, True, slice(1, None), slice(None, None, -2), slice(0, 2, 0), "0", 1.0, None):
    show(list.__getitem__, [1, 2, 3], index)
    changed("__setitem__", index, "xy")
    changed("__delitem__", index)
changed("__setitem__", slice(0, 2), 5)
changed("__setitem__", slice(None, None, 2), "abc")
changed("__setitem__", 0)
changed("__delitem__")
for name in ("__add__", "__mul__", "__contains__", "__getitem__", "__len__", "__iadd__", "__imul__", "__rmul__"):
    show(getattr(list, name), (1,), 0)
    show(getattr(list, name))
