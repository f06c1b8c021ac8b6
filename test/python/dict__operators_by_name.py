# dict's operators called by name: membership, subscripts, union, comparison.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


class Missing(dict):
    def __missing__(self, key):
        return "missing " + repr(key)


class Unhashable:
    __hash__ = None


def changed(name, *arguments):
    """The dict after the call."""
    table = {"a": 1, "b": 2}
    try:
        result = getattr(dict, name)(table, *arguments)
        print(name, arguments, result is table, result, table)
    except Exception as error:
        print(name, arguments, type(error).__name__, error, table)


for key in ("a", "x", 1, None):
    show(dict.__contains__, {"a": 1, True: 2}, key)
    show(dict.__getitem__, {"a": 1, True: 2}, key)
    show(dict.__getitem__, Missing(a=1), key)
    changed("__delitem__", key)
    changed("__setitem__", key, "new")
for name in ("__contains__", "__getitem__", "__delitem__"):
    show(getattr(dict, name), {"a": 1}, [])
    show(getattr(dict, name), [], "a")
    show(getattr(dict, name), {})
changed("__setitem__", [], 1)
changed("__setitem__", "a")
for other in ({"a": 5, "c": 6}, {}, Missing(z=1), [("a", 5)], None, "ab"):
    show(dict.__or__, {"a": 1, "b": 2}, other)
    show(dict.__ror__, {"a": 1, "b": 2}, other)
    changed("__ior__", other)
for name in ("__or__", "__ror__", "__ior__"):
    show(getattr(dict, name), [], {})
    show(getattr(dict, name), {})
print(type(dict.__or__(Missing(a=1), {"b": 2})).__name__, type({} | Missing()).__name__)
