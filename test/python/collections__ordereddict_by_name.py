# OrderedDict's operators called by name: order counts between two of them.
# recorded: CPython 3.14
from collections import OrderedDict


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


made, turned = OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)
for name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
    method = getattr(OrderedDict, name)
    show(method, made, turned)
    show(method, made, {"b": 2, "a": 1})
    show(method, made, [1])
    try:
        method(made)
    except TypeError:
        print("TypeError")
for name in ("__or__", "__ror__", "__ior__"):
    method = getattr(OrderedDict, name)
    show(method, OrderedDict(a=1), {"b": 2})
    show(method, OrderedDict(a=1), OrderedDict(a=5))
    show(method, OrderedDict(a=1), 5)
    try:
        method(OrderedDict())
    except TypeError:
        print("TypeError")
for name in ("__iter__", "__reversed__", "keys", "values", "items", "copy", "clear", "__repr__"):
    result = getattr(OrderedDict, name)(OrderedDict(made))
    print(name, result if name in ("copy", "clear", "__repr__") else [*result])
    try:
        getattr(OrderedDict(), name)(1)
    except TypeError:
        print("TypeError")
print([*reversed(made.keys())], [*made.keys().__iter__()], [*made.keys().__reversed__()])
try:
    made.keys().__reversed__(1)
except TypeError:
    print("no argument")
try:
    made.keys().__iter__(1)
except TypeError:
    print("no argument")
iterator = iter(made)
print(iterator.__iter__() is iterator, iterator.__next__(), iterator.__next__(), next(iterator, "end"))
for name in ("__iter__", "__next__"):
    try:
        getattr(iterator, name)(1)
    except TypeError:
        print("no argument")
changing = OrderedDict(a=1)
print(OrderedDict.__setitem__(changing, "b", 2), OrderedDict.__delitem__(changing, "a"), changing)
show(OrderedDict.__setitem__, changing, "a")
show(OrderedDict.__delitem__, changing, "x")
show(OrderedDict.__delitem__, changing)
show(OrderedDict.setdefault, changing, "b", 5)
show(OrderedDict.setdefault, changing, "c")
show(OrderedDict.setdefault, changing, [])
show(OrderedDict.update, changing, {"z": 1}, y=2)
show(OrderedDict.update, changing, 5)
show(OrderedDict.fromkeys, "ab")
show(OrderedDict.fromkeys, 5)
