# UserDict's operators called by name.
# recorded: CPython 3.14
from collections import UserDict


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


def make():
    return UserDict({"a": 1, "b": 2})


for name, argument in (("__contains__", "a"), ("__contains__", []), ("__getitem__", "b"), ("__getitem__", "x"), ("__getitem__", []), ("get", "b"), ("get", []),
                       ("__delitem__", "a"), ("__delitem__", "x"), ("__or__", {"c": 4}), ("__or__", UserDict(z=1)), ("__or__", 5), ("__ror__", {"c": 4}),
                       ("__ror__", 5), ("__ior__", {"c": 4}), ("__ior__", 5)):
    show(getattr(UserDict, name), make(), argument)
    show(getattr(UserDict, name), make(), 1, 2, 3)
for name in ("__iter__", "__len__", "__repr__", "copy", "__copy__"):
    result = getattr(UserDict, name)(make())
    print(name, [*result] if name == "__iter__" else result)
    show(getattr(UserDict, name), make(), 1)
made = make()
print(UserDict.__setitem__(made, "c", 3), made)
show(UserDict.__setitem__, made, [], 1)
show(UserDict.__setitem__, made, "a")
show(UserDict.fromkeys, "ab", 1)
show(UserDict.fromkeys)
show(UserDict.fromkeys, 5)
show(UserDict.__class_getitem__, (str, int))
show(UserDict, 5)
