# __iter__, __next__ and __length_hint__ of the builtin iterators called by name, until they are at their end.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


table = {"a": 1}
for make in (lambda: iter([1, 2]), lambda: reversed([1, 2]), lambda: iter((1,)), lambda: iter("ab"), lambda: iter("é"), lambda: iter(b"a"),
             lambda: iter(range(2)), lambda: iter(range(2 ** 70, 2 ** 70 + 1)), lambda: iter({1}), lambda: iter(table),
             lambda: iter(table.values()), lambda: iter(table.items()), lambda: reversed(table), lambda: reversed(table.values()),
             lambda: reversed(table.items()), lambda: iter([3, 0].pop, 3), lambda: enumerate("a"), lambda: zip("a", [1]),
             lambda: map(str, [1]), lambda: filter(None, [0, 1]), lambda: reversed(range(2)), lambda: reversed((1, 2)), lambda: reversed("ab"),
             lambda: (item for item in [1])):
    iterator = make()
    kind = type(iterator)
    print(kind.__name__, kind.__iter__(iterator) is iterator)
    hint = getattr(kind, "__length_hint__", None)
    for _ in range(3):
        if hint:
            print("hint", hint(iterator))
        try:
            print(kind.__next__(iterator))
        except StopIteration as end:
            print("end", end.value)
    for name in ("__iter__", "__next__", "__length_hint__"):
        if hasattr(kind, name):
            try:
                getattr(kind, name)(iterator, 1)
            except TypeError as error:
                print(error)
            show(getattr(kind, name), 5)
            show(getattr(kind, name))
