# What iterators say of a source that changed, by name and in loops.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


table = {"a": 1, "b": 2}
for view in (table.keys, table.values, table.items):
    for direction in (iter, reversed):
        iterator = direction(view())
        next(iterator)
        table["c"] = 3
        try:
            print(type(iterator).__next__(iterator))
        except RuntimeError as error:
            print(type(iterator).__name__, error)
        print(type(iterator).__length_hint__(iterator))
        del table["c"]
numbers = {1, 2, 3}
iterator = iter(numbers)
next(iterator)
numbers.add(4)
try:
    next(iterator)
except RuntimeError as error:
    print(error, type(iterator).__length_hint__(iterator))
items = [1, 2, 3]
iterator, backwards = iter(items), reversed(items)
next(iterator), next(backwards)
items.clear()
print(iterator.__length_hint__(), backwards.__length_hint__(), next(iterator, "end"), next(backwards, "end"))
items.extend("abcdef")
print(next(iterator, "end"), next(backwards, "end"), iterator.__length_hint__())
iterator = iter(items)
items += items[:2]
print(*iterator)
for position, key in enumerate(table):
    table[key] = position
print(table)
