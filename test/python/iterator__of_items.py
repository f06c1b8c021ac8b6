# The iterator of an object that has __getitem__ only, by name.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


class Items:
    def __getitem__(self, index):
        return [10, 20][index]


iterator = iter(Items())
kind = type(iterator)
print(kind.__iter__(iterator) is iterator, kind.__length_hint__(iterator), kind.__next__(iterator), kind.__next__(iterator))
print(next(iterator, "end"))
print(next(iterator, "end"))
print(kind.__length_hint__(iterator))
for name in ("__iter__", "__next__"):
    try:
        getattr(kind, name)(iterator, 1)
    except TypeError as error:
        print(error)
try:
    iterator.__length_hint__(1)
except TypeError:
    print("TypeError")
show(kind)
