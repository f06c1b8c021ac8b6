# UserString's operators called by name.
# recorded: CPython 3.14
from collections import UserString


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


def make(text="aé"):
    return UserString(text)


for name in ("__lt__", "__le__", "__eq__", "__gt__", "__ge__"):
    show(getattr(UserString, name), make(), UserString("b"))
    show(getattr(UserString, name), make(), "aé")
    show(getattr(UserString, name), make())
for name, arguments in (("__add__", ("b",)), ("__add__", (UserString("b"),)), ("__add__", (5,)), ("__radd__", ("b",)), ("__radd__", (5,)), ("__mul__", (2,)), ("__mul__", ("a",)),
                        ("__rmul__", (2,)), ("__rmul__", ("a",)), ("__contains__", ("a",)), ("__contains__", (UserString("é"),)), ("__contains__", (5,)), ("__getitem__", (0,)),
                        ("__getitem__", (9,)), ("__getitem__", (slice(1, None),)), ("__mod__", (5,)), ("__rmod__", ("%s",)), ("__rmod__", (5,))):
    show(getattr(UserString, name), make(), *arguments)
    show(getattr(UserString, name), make(), 1, 2)
print(UserString("%s-%s") % (1, 2), "%s" % make(), UserString("12").__int__(), UserString("1.5").__float__())
show(UserString.__int__, make())
show(UserString.__float__, make())
for name in ("__len__", "__repr__", "__str__"):
    show(getattr(UserString, name), make())
    show(getattr(UserString, name), make(), 1)
print(UserString.__hash__(make()) == hash("aé"))
show(UserString.__hash__, make(), 1)
show(UserString)
show(UserString, 5)
