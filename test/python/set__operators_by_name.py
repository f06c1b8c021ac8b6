# Operators of set and frozenset called by name: other sets only, anything else gives NotImplemented.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


class Own(set):
    pass


def show_set(function, *arguments):
    """As show, with the items in order."""
    try:
        result = function(*arguments)
        result = result if result is NotImplemented else f"{type(result).__name__} {sorted(result)}"
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, "->", result)


for kind in (set, frozenset):
    for name in ("__and__", "__rand__", "__or__", "__ror__", "__sub__", "__rsub__", "__xor__", "__rxor__"):
        method = getattr(kind, name)
        for other in ({2, 3}, frozenset({2}), set(), {2: 0}.keys(), [2], "2", None, Own({2})):
            show_set(method, kind({1, 2}), other)
        show_set(method, kind(), kind({1}))
        show_set(method, [1], {1})
        show_set(method, kind())
for name in ("__iand__", "__ior__", "__isub__", "__ixor__"):
    for other in ({2, 3}, frozenset({2}), set(), [2], None):
        items = {1, 2}
        result = getattr(set, name)(items, other)
        print(name, result is items, sorted(items))
    items = {1, 2}
    print(name, sorted(getattr(set, name)(items, items)))
    show_set(getattr(set, name), frozenset(), set())
    show_set(getattr(set, name), set())
