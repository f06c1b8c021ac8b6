# slice's comparisons, hash and indices called by name.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    method = getattr(slice, name)
    show(method, slice(1, 2, 3), slice(1, 2, 3.0))
    show(method, slice(1), slice(2))
    show(method, slice(None), slice(1))
    show(method, slice(1), (None, 1, None))
    show(method, 1, slice(1))
    show(method, slice(1))
show(slice.__repr__, slice("a", None, [1]))
show(slice.__repr__, 1)
show(slice.__repr__)
print(hash(slice(1, 2)) == hash(slice(1, 2, None)))
show(slice.__hash__, slice([], 1))
show(slice.__hash__, 1)
show(slice.__hash__)
for text in (slice(None), slice(None, None, -1), slice(-3, 100, 2), slice(10 ** 30, -10 ** 30, -1), slice(2, 1)):
    show(slice.indices, text, 5)
    show(slice.indices, text, 0)
show(slice.indices, slice(1, 2, 0), 5)
show(slice.indices, slice(1), -1)
show(slice.indices, slice("a"), 5)
show(slice.indices, slice(1), 1.5)
show(slice.__new__, slice)
show(slice.__new__, slice, 1, 2, 3, 4)
show(slice.__new__, list, 1)
