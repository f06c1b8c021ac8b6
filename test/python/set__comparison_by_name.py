# Comparisons, membership and conversions of sets called by name: subsets decide.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for kind in (set, frozenset):
    for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
        method = getattr(kind, name)
        for other in (set(), {1}, frozenset({1}), {1.0, True}, [1], {1: 2}.keys(), 1):
            show(method, kind({1}), other)
        show(method, [1], {1})
        show(method, kind())
    for part in (1, 1.0, "1", [], {1}, None):
        show(kind.__contains__, kind({1, frozenset({1})}) if part == {1} else kind({1}), part)
    for name in ("__len__", "__repr__", "__iter__"):
        result = getattr(kind, name)(kind({1}))
        print(name, [*result] if name == "__iter__" else result)
        show(getattr(kind, name), [])
        show(getattr(kind, name), kind(), 1)
    show(kind.__class_getitem__, int)
    show(kind.__class_getitem__)
print(frozenset.__hash__(frozenset({1})) == hash(frozenset([1.0])))
show(frozenset.__hash__, {1})
show(frozenset.__hash__)
print(hash(frozenset({1, 2})) == hash(frozenset([2.0, True])), set.__hash__)
show(set.__init__, {1}, [2], 3)
show(set.__init__, {1}, 5)
show(frozenset.__new__, frozenset, [1])
show(frozenset.__new__, frozenset, [[]])
show(frozenset.__new__, set)
