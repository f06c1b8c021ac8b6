# int.__pow__ with exponents of every sign and with a modulus.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


show(int.__pow__, 2, 10)
show(int.__pow__, 2, -1)
show(int.__pow__, 0, 0)
show(int.__pow__, 0, -1)
show(int.__pow__, -2, 3)
show(int.__pow__, 2, 0.5)
show(int.__pow__, 3, 4, 5)
show(int.__pow__, 3, -1, 7)
show(int.__pow__, 2, -1, 4)
show(int.__pow__, 3, 4, -5)
show(int.__pow__, 3, 4, 1)
show(int.__pow__, 3, 4, 0)
show(int.__pow__, 3, 4, None)
show(int.__pow__, 3, 4, 2.0)
show(int.__pow__, 10, 100, 10 ** 9 + 7)
show(int.__pow__, "a", 1)
show(int.__pow__, 1)
show(int.__rpow__, 10, 2)
show(int.__rpow__, 2, "a")
show(int.__rpow__, 2, 3, 5)
show(int.__rpow__, 2)
