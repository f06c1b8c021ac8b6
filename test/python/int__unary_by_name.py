# int's operators of one operand called by name: signs, rounding, conversion, truth.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


BIG = 3 * 10 ** 25
for name in ("__abs__", "__neg__", "__pos__", "__invert__", "__int__", "__index__", "__trunc__", "__floor__", "__ceil__",
             "__bool__", "__float__", "__repr__", "__round__"):
    method = getattr(int, name)
    show(method, -5)
    show(method, 0)
    show(method, -BIG)
    if name != "__repr__":
        show(method, True)
    show(method, 1.5)
    show(method, 1, 2, 3)
show(int.__float__, 10 ** 400)
for digits in (-1, -2, -3, 0, 1, -30, None, 1.5, "1"):
    show(int.__round__, 1250, digits)
show(int.__round__, 15, -1)
show(int.__round__, 25, -1)
show(int.__round__, -25, -1)
show(int.__round__, 5 * 10 ** 29, -30)
show(bool.__repr__, True)
show(bool.__repr__, 1)
show(bool.__repr__)
