# int's arithmetic called by name: ints of every size, NotImplemented for what is no int, errors.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


BIG = 10 ** 30
for name in ("__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__"):
    method = getattr(int, name)
    show(method, 7, -3)
    show(method, BIG, -1)
    show(method, True, False)
    show(method, 1, 1.5)
    show(method, 1, "a")
    show(method, 1)
    show(method, 1.0, 1)
for name in ("__floordiv__", "__rfloordiv__", "__mod__", "__rmod__", "__divmod__", "__rdivmod__", "__truediv__", "__rtruediv__"):
    method = getattr(int, name)
    show(method, 7, -2)
    show(method, -7, 2)
    show(method, BIG, -7)
    show(method, 0, 5)
    show(method, 5, 0)
    show(method, 5, 2.0)
    show(method)
show(int.__truediv__, 10 ** 400, 3)
show(int.__truediv__, 10 ** 400, 10 ** 399)
show(int.__truediv__, 3, 10 ** 400)
