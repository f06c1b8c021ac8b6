# Operators of dict's views called by name: those of keys and items are those of sets.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


table = {"a": 1, "b": 2}
keys, items, values = table.keys(), table.items(), table.values()
for name in ("__and__", "__rand__", "__or__", "__ror__", "__sub__", "__rsub__", "__xor__", "__rxor__"):
    for view, others in ((keys, ({"a"}, ["b", "b"], "", keys, {"c": 1}.keys())), (items, ({("a", 1)}, [("b", 2)], table.items()))):
        for other in others:
            try:
                print(name, sorted(getattr(type(view), name)(view, other)))
            except Exception as error:
                print(name, type(error).__name__, error)
        show(getattr(type(view), name), view, 5)
        show(getattr(type(view), name), view, [[]])
        show(getattr(type(view), name), 5, view)
        show(getattr(type(view), name), view)
