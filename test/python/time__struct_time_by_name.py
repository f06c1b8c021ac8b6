# time.struct_time: its repr, what it replaces, what it refuses.
# recorded: CPython 3.14
import time


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


made = time.struct_time((2024, 2, 29, 12, 30, 5, 3, 60, 0))
print(made.__repr__(), made.tm_year, made[1], len(made))
try:
    made.__repr__(1)
except TypeError:
    print("TypeError")
for arguments in ((5,), ((1, 2),), (range(12),)):
    show(time.struct_time, *arguments)
