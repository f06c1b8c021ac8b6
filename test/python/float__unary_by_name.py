# float's operators of one operand called by name: conversion, rounding, truth, repr.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


INF, NAN = float("inf"), float("nan")
for name in ("__abs__", "__neg__", "__pos__", "__bool__", "__float__", "__int__", "__trunc__", "__floor__", "__ceil__",
             "__round__", "__repr__"):
    method = getattr(float, name)
    for value in (-2.5, 2.5, -0.0, 1e300, INF, NAN):
        show(method, value)
    show(method, 3)
    show(method, 1.0, 2, 3)
for digits in (0, 1, 2, -1, -2, 400, -400, None, 1.0):
    show(float.__round__, 155.555, digits)
show(float.__round__, 1e308, -308)
show(float.__round__, 1.7e308, -308)
show(float.__round__, NAN, 2)
show(float.__round__, INF, 2)
for kind in ("double", "float", "int", 1):
    show(float.__getformat__, kind)
