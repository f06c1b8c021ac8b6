# deque's operators called by name: with deques only, subscripts, copies, its iterators.
# recorded: CPython 3.14
from collections import deque


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


def changed(name, *arguments):
    """The deque after the call."""
    items = deque([1, 2, 3], 5)
    try:
        result = getattr(deque, name)(items, *arguments)
        print(name, arguments, result is items, result, items)
    except Exception as error:
        print(name, arguments, type(error).__name__, error, items)


for other in (deque("ab"), deque(), [4], "ab", None):
    show(deque.__add__, deque([1]), other)
    changed("__iadd__", other)
for count in (0, 2, -1, True, 1.0, None):
    show(deque.__mul__, deque([1, 2]), count)
    show(deque.__rmul__, deque([1, 2]), count)
    changed("__imul__", count)
for part in (2, 2.0, "2", None):
    show(deque.__contains__, deque([1, 2]), part)
for index in (0, -1, 3, -4, True):
    show(deque.__getitem__, deque([1, 2, 3]), index)
    changed("__setitem__", index, "x")
    changed("__delitem__", index)
for index in (10 ** 30, slice(1), "0", None):
    try:
        print(deque([1])[index])
    except Exception as error:
        print(type(error).__name__, error)
for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    show(getattr(deque, name), deque([1, 2]), deque([1, 3]))
    show(getattr(deque, name), deque([1]), deque([1], 1))
    show(getattr(deque, name), deque(), [])
    show(getattr(deque, name), deque())
for name in ("__len__", "__repr__", "__copy__", "copy", "clear", "reverse"):
    show(getattr(deque, name), deque("ab", 3))
    show(getattr(deque, name), deque(), 1)
print([*deque.__iter__(deque("ab"))], [*deque.__reversed__(deque("ab"))], deque.__hash__)
for name in ("__iter__", "__reversed__", "appendleft", "extendleft"):
    show(getattr(deque, name), deque(), 1, 2)
changed("appendleft", 0)
changed("extendleft", "ab")
changed("extendleft", 5)
show(deque("a").__getattribute__, "maxlen")
show(deque("a").__getattribute__, "nothing")
show(deque.__class_getitem__, int)
show(deque.__class_getitem__)
for iterator in (iter(deque("ab")), reversed(deque("ab"))):
    print(type(iterator).__name__, iterator.__iter__() is iterator, iterator.__length_hint__(), iterator.__next__(), iterator.__length_hint__())
    print(iterator.__getattribute__("__class__").__name__)
    for name in ("__iter__", "__next__"):
        show(getattr(iterator, name), 1)
    try:
        iterator.__length_hint__(1)
    except TypeError:
        print("no argument")
    try:
        iterator.__getattribute__("nothing")
    except AttributeError:
        print("AttributeError")
    print(*iterator)
    print(next(iterator, "end"), iterator.__length_hint__())
changing = deque("ab")
iterator = iter(changing)
changing.append("c")
try:
    iterator.__next__()
except RuntimeError as error:
    print(error)
