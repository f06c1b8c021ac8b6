# float's arithmetic called by name: ints as operands, division by zero, signs of zero, infinities.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


INF, NAN = float("inf"), float("nan")
for name in ("__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__"):
    method = getattr(float, name)
    show(method, 1.5, 2)
    show(method, -0.0, 0.0)
    show(method, INF, -INF)
    show(method, NAN, 1.0)
    show(method, 1e308, 1e308)
    show(method, 1.0, "a")
    show(method, 1.0, 10 ** 400)
    show(method, 1, 2.0)
    show(method, 1.0)
for name in ("__truediv__", "__rtruediv__", "__floordiv__", "__rfloordiv__", "__mod__", "__rmod__", "__divmod__", "__rdivmod__"):
    method = getattr(float, name)
    show(method, 7.5, -2)
    show(method, -7.5, 2.0)
    show(method, 0.0, -3.0)
    show(method, 3.0, 0.0)
    show(method, 0.0, 3)
    show(method, INF, 2.0)
    show(method, 2.0, INF)
    show(method, -2.0, INF)
    show(method, 1.0, None)
    show(method, 1.0, 2.0, 3.0)
