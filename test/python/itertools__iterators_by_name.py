# __iter__, __next__, __getattribute__ and __repr__ of itertools' iterators, to the end and with wrong arguments.
# recorded: CPython 3.14
import itertools


makers = [
    lambda: itertools.accumulate([1, 2]), lambda: itertools.batched("abc", 2), lambda: itertools.chain([1], "a"),
    lambda: itertools.combinations("ab", 2), lambda: itertools.combinations_with_replacement("a", 2),
    lambda: itertools.compress("ab", [0, 1]), lambda: itertools.count(5, 2), lambda: itertools.cycle([1]),
    lambda: itertools.dropwhile(bool, [1, 0]), lambda: itertools.filterfalse(None, [0]), lambda: itertools.groupby([1]),
    lambda: itertools.islice("abc", 1, 2), lambda: itertools.pairwise("ab"), lambda: itertools.permutations("a"),
    lambda: itertools.product("a", "b"), lambda: itertools.repeat(7, 1), lambda: itertools.starmap(max, [(1, 2)]),
    lambda: itertools.takewhile(bool, [1, 0]), lambda: itertools.zip_longest("a", ""), lambda: next(itertools.groupby([1]))[1],
]
for make in makers:
    iterator = make()
    print(type(iterator).__name__, iterator.__iter__() is iterator, iterator.__getattribute__("__class__") is type(iterator))
    for name, arguments in (("__next__", ()), ("__next__", (1,)), ("__iter__", (1,)), ("__getattribute__", ("nothing",)), ("__getattribute__", ())):
        try:
            result = getattr(iterator, name)(*arguments)
            print(name, list(result[1]) if type(iterator) is itertools.groupby else result)
        except (TypeError, AttributeError) as error:
            print(name, type(error).__name__, error)
    if type(iterator).__name__ not in ("count", "cycle"):
        try:
            iterator.__next__()
        except StopIteration as end:
            print("end", end.value)
for iterator in (itertools.count(), itertools.count(2.5, -1), itertools.repeat([1]), itertools.repeat("a", 3), itertools.count(1, 1)):
    print(iterator.__repr__())
    try:
        iterator.__repr__(1)
    except TypeError as error:
        print(error)
print(itertools.chain.__class_getitem__(int))
try:
    itertools.chain.__class_getitem__()
except TypeError as error:
    print(error)
