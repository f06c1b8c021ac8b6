# defaultdict's methods called by name: __missing__, unions, copies.
# recorded: CPython 3.14
from collections import defaultdict


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


made = defaultdict(list, a=[1])
show(defaultdict.__missing__, made, "b")
show(defaultdict.__missing__, defaultdict(None), "b")
show(defaultdict.__missing__, made, [])
for name in ("__or__", "__ror__"):
    show(getattr(defaultdict, name), defaultdict(int, a=1), {"b": 2})
    show(getattr(defaultdict, name), defaultdict(int, a=1), 5)
    try:
        getattr(defaultdict, name)(defaultdict(int))
    except TypeError:
        print("TypeError")
for name in ("copy", "__copy__", "__repr__"):
    print(getattr(defaultdict, name)(defaultdict(int, a=1)))
    try:
        getattr(defaultdict, name)(defaultdict(int), 1)
    except TypeError:
        print("TypeError")
print(made.__getattribute__("default_factory"), made.copy() == made, type(made.copy()).__name__)
show(made.__getattribute__, "nothing")
show(defaultdict.__class_getitem__, (str, int))
try:
    defaultdict.__class_getitem__()
except TypeError:
    print("TypeError")
show(defaultdict, 5)
show(defaultdict, list, 5)
show(defaultdict.__init__, made, 5)
