# float's comparisons called by name: ints beyond a float's precision, NaN, and what is no number.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


INF, NAN = float("inf"), float("nan")
for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    method = getattr(float, name)
    show(method, 1.0, 2)
    show(method, 1e16, 10 ** 16 + 1)
    show(method, 2.0 ** 53, 2 ** 53 + 1)
    show(method, INF, 10 ** 400)
    show(method, -INF, -10 ** 400)
    show(method, NAN, NAN)
    show(method, -0.0, 0)
    show(method, 1.0, "a")
    show(method, 1, 1.0)
    show(method, 1.0)
for spec in ("", "g", ".3", ".0f", "e", "%", "+.2f", "010.1f", ",.2f", "_", "z.0f", "#.0f", "n", "<9", "=9"):
    show(float.__format__, -0.04, spec)
for spec in ("d", "x", "s", "c", ".f", "+-", ",_"):
    show(float.__format__, 1.0, spec)
show(float.__format__, 1.0)
show(float.__format__, 1, "")
