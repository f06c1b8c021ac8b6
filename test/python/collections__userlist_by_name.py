# UserList's operators and methods called by name.
# recorded: CPython 3.14
from collections import UserList


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


def make():
    return UserList([3, 1, 2])


for name in ("__lt__", "__le__", "__eq__", "__gt__", "__ge__"):
    show(getattr(UserList, name), make(), UserList([3, 2]))
    show(getattr(UserList, name), make(), [3, 1, 2])
    show(getattr(UserList, name), make())
    if name != "__eq__":
        show(getattr(UserList, name), make(), 5)
for name in ("__add__", "__radd__", "__iadd__", "extend"):
    for other in ([4], UserList([4]), (4,), "ab", 5):
        made = make()
        show(getattr(UserList, name), made, other)
        print(made)
    show(getattr(UserList, name), make())
for name in ("__mul__", "__rmul__", "__imul__"):
    show(getattr(UserList, name), make(), 2)
    show(getattr(UserList, name), make(), -1)
    show(getattr(UserList, name), make(), "a")
for name, argument in (("__contains__", 1), ("__getitem__", 0), ("__getitem__", 9), ("__getitem__", slice(1, None)), ("__delitem__", 0), ("__delitem__", 9), ("append", 5),
                       ("count", 1), ("index", 2), ("index", 9), ("insert", 0), ("pop", 0), ("pop", 9), ("remove", 1), ("remove", 9)):
    show(getattr(UserList, name), make(), argument)
    show(getattr(UserList, name), make(), 1, 2, 3, 4)
for name in ("__len__", "__repr__", "copy", "__copy__", "clear", "reverse", "sort"):
    made = make()
    print(name, getattr(UserList, name)(made), made)
    show(getattr(UserList, name), make(), 1)
made = make()
print(UserList.__setitem__(made, 0, "x"), made, UserList.insert(made, 1, "y"), made)
show(UserList.__setitem__, made, 9, 1)
show(UserList.sort, UserList([1, "a"]))
show(UserList.__class_getitem__, int)
show(UserList, 5)
