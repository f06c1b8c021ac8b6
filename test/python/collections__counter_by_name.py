# Counter's operators called by name: counts that are negative or zero, other types, missing elements.
# recorded: CPython 3.14
from collections import Counter


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


counts, other = Counter(a=3, b=-1, c=0), Counter(a=1, b=2, d=5)
for name in ("__add__", "__sub__", "__or__", "__and__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
    method = getattr(Counter, name)
    show(method, counts, other)
    show(method, counts, counts)
    show(method, Counter(), other)
    show(method, counts, {"a": 1})
    show(method, counts)
for name in ("__iadd__", "__isub__", "__ior__", "__iand__"):
    changing = Counter(counts)
    print(name, getattr(Counter, name)(changing, other) is changing, changing)
    show(getattr(Counter, name), Counter(counts), 5)
for name in ("__pos__", "__neg__", "__repr__", "elements", "copy", "total"):
    result = getattr(Counter, name)(counts)
    print(name, sorted(result) if name == "elements" else result)
    show(getattr(Counter, name), counts, 1)
show(Counter.__missing__, counts, "x")
show(Counter.__missing__, counts)
show(Counter.__delitem__, Counter(a=1), "a")
show(Counter.__delitem__, Counter(a=1), "b")
show(Counter.__delitem__, Counter(a=1))
show(Counter.fromkeys, "ab")
show(Counter.fromkeys, "ab", 5)
show(Counter.fromkeys)
changing = Counter("aab")
print(changing.update("bc"), changing, changing.update(a=5), changing)
show(changing.update, 5)
show(changing.update, "a", "b")
show(changing.update, {"a": "b"})
show(Counter.most_common, counts, "a")
