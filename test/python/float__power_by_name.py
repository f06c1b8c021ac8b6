# float.__pow__ at its corners: zero, infinities, overflow, a third argument.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


INF, NAN = float("inf"), float("nan")
for base, exponent in ((2.0, 0.5), (2.0, -1), (0.0, 0), (0.0, -1.0), (-0.0, -1.0), (-8.0, 3), (1.0, NAN), (NAN, 0.0), (INF, -1.0),
                       (-INF, 3.0), (-INF, 2.5), (0.5, INF), (0.5, -INF), (-1.0, INF), (1e-200, 2.0), (2.0, "a")):
    show(float.__pow__, base, exponent)
    show(float.__rpow__, base, exponent)
show(float.__pow__, 2.0, 3.0, 5.0)
show(float.__pow__, 2.0, 3.0, None)
show(float.__rpow__, 2.0, 3.0, 5.0)
show(float.__pow__, 2.0)
show(float.__rpow__, 2)
