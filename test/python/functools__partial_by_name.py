# partial objects: their methods called by name, calls, attributes, binding.
# recorded: CPython 3.14
from functools import partial, partialmethod


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


def plain(*arguments, **keywords):
    return arguments, keywords


made = partial(plain, 1, a=2)
print(made.__call__(3, b=4), partial.__call__(made, 5), made.__get__(None, int) is made, made.__get__(7)(8), partial.__get__(made, 9)())
for arguments in ((), (None,), (None, None)):
    try:
        made.__get__(*arguments)
    except TypeError as error:
        print(error)
try:
    partial(int, base=2).__call__("9")
except ValueError as error:
    print(error)
print(partial(int, 5).__repr__(), repr(partial(int, "5", base=7)))
for name in ("__repr__", "__getattribute__", "__setattr__", "__delattr__"):
    try:
        getattr(made, name)(1, 2, 3)
    except TypeError as error:
        print(error)
print(made.__setattr__("label", 5), made.__getattribute__("label"), made.label, made.__delattr__("label"))
for name, arguments in (("__getattribute__", ("label",)), ("__delattr__", ("label",)), ("__setattr__", ("func", 1))):
    try:
        getattr(made, name)(*arguments)
    except (AttributeError, TypeError) as error:
        print(type(error).__name__)
show(partial.__class_getitem__, int)
try:
    partial.__class_getitem__()
except TypeError as error:
    print(error)
show(partial)
show(partial, 5)


class Thing:
    whole = partialmethod(plain, 1, a=2)


method = Thing.__dict__["whole"]
print(partialmethod.__repr__(partialmethod(int, 5)), method.__get__(None, Thing)(2), len(method.__get__(Thing())(3)[0]))
try:
    method.__get__()
except TypeError:
    print("TypeError")
show(partialmethod.__class_getitem__, int)
try:
    partialmethod.__repr__(method, 1)
except TypeError:
    print("TypeError")
try:
    partialmethod.__class_getitem__()
except TypeError:
    print("TypeError")
show(partialmethod, 5)
