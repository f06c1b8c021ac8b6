# Comparisons, membership and conversions of dict's views called by name.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


table = {"a": 1, "b": 2}
keys, items, values = table.keys(), table.items(), table.values()
for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    for view, others in ((keys, ({"a"}, {"a", "b"}, {"a": 3, "b": 4}.keys(), ["a", "b"], 1)), (items, ({("a", 1), ("b", 2)}, table.items(), {("a", 1)}, []))):
        for other in others:
            if isinstance(other, set) and len(other) > 1:
                print(name, getattr(type(view), name)(view, other))
            else:
                show(getattr(type(view), name), view, other)
        show(getattr(type(view), name), [], view)
        show(getattr(type(view), name), view)
for view in (keys, items, values):
    kind = type(view)
    for name in ("__len__", "__repr__", "__iter__", "__reversed__"):
        result = getattr(kind, name)(view)
        print(name, result if name in ("__len__", "__repr__") else [*result])
        show(getattr(kind, name), 5)
        show(getattr(kind, name), view, 1)
for key in ("a", "x", []):
    show(type(keys).__contains__, keys, key)
for pair in (("a", 1), ("a", 1.0), ("a", 2), ("a",), "a1", ([], 1), ["a", 1], None):
    show(type(items).__contains__, items, pair)
for view in (keys, items):
    show(type(view).__contains__, 5, 5)
    show(type(view).isdisjoint, view, "xyz")
    show(type(view).isdisjoint, view, keys)
    show(type(view).isdisjoint, view, 5)
    show(type(view).isdisjoint, 5, view)
    show(type(view), {})
    print(type(view).mapping.__name__, dict(view.mapping), type(view.mapping).__name__)
