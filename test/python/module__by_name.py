# Modules: their constructor, their names, their repr.
# recorded: CPython 3.14
import math, sys


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


kind = type(math)
made = math
print(made.__name__, [name for name in dir(made) if name in ("__name__", "pi")], kind.__dir__(made).count("pi"))
made.x = 5
print(made.__getattribute__("x"), vars(made)["x"], made.x)
try:
    made.__getattribute__("nothing")
except AttributeError as error:
    print(error)
del made.x
try:
    made.x
except AttributeError as error:
    print(error)
print(kind.__repr__(made)[:14])
show(kind.__repr__, 5)
try:
    kind.__dir__(made, 1)
except TypeError:
    print("no argument")
show(sys.intern, "a")
show(sys.intern, 5)
show(sys.intern)
