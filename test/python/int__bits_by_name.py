# int's bit operators called by name, with negative and big ints, shifts by too much and by less than nothing.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


BIG = 2 ** 70
for name in ("__and__", "__rand__", "__or__", "__ror__", "__xor__", "__rxor__"):
    method = getattr(int, name)
    show(method, 12, 10)
    show(method, -1, BIG)
    show(method, -BIG, 255)
    show(method, True, 2)
    show(method, 1, 1.0)
    show(method, 1, set())
    show(method, 1, 2, 3)
for name in ("__lshift__", "__rlshift__", "__rshift__", "__rrshift__"):
    method = getattr(int, name)
    show(method, 3, 5)
    show(method, -9, 2)
    show(method, 0, BIG)
    show(method, 2, -1)
    show(method, -1, 2)
    show(method, 1, "a")
    show(method, 1)
show(int.__rshift__, -1, BIG)
show(int.__rshift__, BIG, BIG)
show(int.__rshift__, BIG, 69)
for name in ("__and__", "__rand__", "__or__", "__ror__", "__xor__", "__rxor__"):
    method = getattr(bool, name)
    show(method, True, False)
    show(method, True, True)
    show(method, True, 6)
    show(method, False, None)
    show(method, 1, True)
    show(method, True)
