# list's comparisons and conversions called by name: the first difference decides.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


NAN = float("nan")


class Broken:
    def __eq__(self, other):
        raise RuntimeError("no comparison")


for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    method = getattr(list, name)
    show(method, [1, 2], [1, 3])
    show(method, [1], [1, 0])
    show(method, [], [])
    show(method, [NAN], [NAN])
    show(method, [[1], 2], [[1], 2.0])
    show(method, [1], (1,))
    show(method, [1, "a"], [1, 2])
    show(method, (1,), [1])
    show(method, [1])
    try:
        print(method([Broken()], [1]))
    except RuntimeError as error:
        print(error)
cyclic = [1]
cyclic.append(cyclic)
for name in ("__len__", "__repr__", "__iter__", "__reversed__"):
    method = getattr(list, name)
    result = method(cyclic)
    print(name, result if name in ("__len__", "__repr__") else type(result).__name__)
    show(method, 5)
    show(method, [], 1)
try:
    cyclic == [1, cyclic] and print("equal")
    list.__eq__(cyclic, [1, [1, cyclic]])
except RecursionError as error:
    print("RecursionError")
show(list.__init__, [1], "ab", 2)
show(list.__init__, [1], 5)
show(list.__class_getitem__, int)
show(list.__class_getitem__)
