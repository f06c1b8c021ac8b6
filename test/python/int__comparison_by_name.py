# int's comparisons called by name give NotImplemented for what is no int.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    method = getattr(int, name)
    show(method, 1, 2)
    show(method, 2, 2)
    show(method, 10 ** 30, -10 ** 30)
    show(method, 1, True)
    show(method, 1, 1.0)
    show(method, 1, None)
    show(method, 1.0, 1)
    show(method, 1)
    show(method, 1, 2, 3)
