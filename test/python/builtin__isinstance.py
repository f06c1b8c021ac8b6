# isinstance, issubclass, callable and type.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    isinstance(5, int), isinstance(True, int), isinstance("a", (int, str)), isinstance(5, (int, (str, list))),
    isinstance([], object), isinstance(5, ()), isinstance(int, type), isinstance(5, int | str),
    isinstance(None, int | None), issubclass(bool, int), issubclass(int, (str, int)), issubclass(int, int),
    issubclass(int, object), issubclass(KeyError, LookupError),
))
show(lambda: (
    callable(len), callable(int), callable(5), callable(lambda: 0), callable("".upper), callable(type("C", (), {})),
    callable(type("C", (), {})()), callable(type("C", (), {"__call__": 1})()),
))
show(lambda: (
    type(5), type("a"), type(type), type(None), type(lambda: 0).__name__, type(5) is int, type(True) is int,
    type([]) == list, type(len).__name__, type(range(1)), type(ValueError()), type(iter([])).__name__,
    type(x for x in "").__name__, type({}.keys()), bool([0]), bool(""), object().__class__, type(object()),
))
show(lambda: isinstance(5, 5))
show(lambda: isinstance(5, [int]))
show(lambda: (isinstance(5, (int, 5)), isinstance("a", (int, 5))))
show(lambda: isinstance(5))
show(lambda: issubclass(5, int))
show(lambda: issubclass(int, 5))
show(lambda: issubclass(int))
show(lambda: callable())
show(lambda: type())
show(lambda: type(1, 2))
show(lambda: type("C", 5, {}))
show(lambda: type("C", (), 5))
show(lambda: type(5, (), {}))
show(lambda: type("C", (5,), {}))
show(lambda: object(1))
show(lambda: object.nope)
show(lambda: bool(1, 2))
