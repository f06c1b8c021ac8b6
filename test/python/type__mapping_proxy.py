# The read-only view of a class's names: its methods, its operators, what it refuses.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error; addresses are left out."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, len(arguments), keywords or "", "->", result.split(" at 0x")[0])


class Thing:
    x = 1


proxy = Thing.__dict__
kind = type(proxy)
print(kind.__contains__(proxy, "x"), kind.__getitem__(proxy, "x"), kind.get(proxy, "y", 5), kind.get(proxy, "x"))
show(kind.__getitem__, proxy, "y")
show(kind.__getitem__, 5, "y")
show(kind.__getitem__, proxy)
show(kind.__contains__, proxy, [])
show(kind.__contains__, 5, 5)
show(kind.get, proxy)
show(kind.get, proxy, [])
made = kind({"a": 1, "b": 2})
for name in ("keys", "values", "items", "copy", "__iter__", "__reversed__", "__len__", "__repr__", "__str__"):
    result = getattr(kind, name)(made)
    print(name, result if name in ("__len__", "__repr__", "__str__", "copy") else [*result])
    show(getattr(kind, name), 5)
    show(getattr(kind, name), made, 1)
for other in ({"a": 1, "b": 2}, kind({"a": 1}), {}, 5, {"b": 3}):
    for name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__or__", "__ror__", "__ior__"):
        show(getattr(kind, name), made, other)
for name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__or__", "__ror__", "__ior__", "__hash__"):
    show(getattr(kind, name), 5)
show(kind.__hash__, made)
show(kind)
show(kind, 5)
show(kind, [1])
show(kind.__class_getitem__, int)
show(kind.__class_getitem__)
try:
    proxy["x"] = 2
except TypeError as error:
    print(error)
try:
    del made["a"]
except TypeError as error:
    print(error)
