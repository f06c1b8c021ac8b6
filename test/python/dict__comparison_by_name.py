# dict's comparisons and conversions called by name: order does not count, only == and != are there.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


NAN = float("nan")
for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    method = getattr(dict, name)
    show(method, {1: 2, 3: 4}, {3: 4, 1: 2})
    show(method, {1: 2}, {1: 2, 3: 4})
    show(method, {1: 2}, {True: 2.0})
    show(method, {1: NAN}, {1: NAN})
    show(method, {1: 2}, {2: 1})
    show(method, {1: 2}, [(1, 2)])
    show(method, [], {})
    show(method, {})
table = {"a": 1}
table["self"] = table
for name in ("__len__", "__repr__", "__iter__", "__reversed__"):
    method = getattr(dict, name)
    result = method(table)
    print(name, result if name in ("__len__", "__repr__") else [*result])
    show(method, 5)
    show(method, {}, 1)
show(dict.__init__, {"a": 1}, [("b", 2)], c=3)
show(dict.__init__, {}, 5)
show(dict.__init__, {}, [1])
show(dict.__init__, {}, ["abc"])
show(dict.__init__, {}, {}, {})
show(dict.__class_getitem__, (str, int))
show(dict.__class_getitem__)
print(dict.__hash__)
