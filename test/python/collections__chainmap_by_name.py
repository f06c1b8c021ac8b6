# ChainMap's operators called by name: looking through, changing the first map only.
# recorded: CPython 3.14
from collections import ChainMap


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


first, second = {"a": 1}, {"a": 2, "b": 3}
chain = ChainMap(first, second)
for name, argument in (("__contains__", "b"), ("__contains__", "x"), ("__contains__", []), ("__getitem__", "a"), ("__getitem__", "b"), ("__getitem__", "x"),
                       ("__getitem__", []), ("__missing__", "x"), ("get", "b"), ("get", []), ("__delitem__", "b"), ("__or__", {"c": 4}), ("__or__", 5),
                       ("__ror__", {"c": 4}), ("__ror__", 5), ("new_child", {"z": 1}), ("new_child", None), ("__ior__", 5)):
    show(getattr(ChainMap, name), ChainMap(first, second), argument)
    show(getattr(ChainMap, name), chain, 1, 2, 3)
for name in ("__bool__", "__iter__", "__len__", "__repr__", "copy", "__copy__", "clear"):
    result = getattr(ChainMap, name)(ChainMap(dict(first), second))
    print(name, sorted(result) if name == "__iter__" else result)
    show(getattr(ChainMap, name), chain, 1)
print(ChainMap().__bool__(), chain.__ior__({"n": 5}) is chain, chain, second)
show(ChainMap.__setitem__, ChainMap(), "k", 1)
show(ChainMap.__setitem__, ChainMap(), [], 1)
show(ChainMap.__delitem__, ChainMap({"k": 1}), "k")
show(ChainMap.fromkeys, "ab", 1)
show(ChainMap.fromkeys)
show(ChainMap.fromkeys, 5)
show(ChainMap.__init__, ChainMap(), {"x": 1})
show(ChainMap, maps=1)
show(ChainMap.__class_getitem__, (str, int))
print(len(ChainMap(5).maps))
