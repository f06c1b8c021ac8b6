# int.__format__ takes a format, an empty one, and says what is wrong with the others.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for spec in ("", "d", ",", "_x", "#010b", "+", " ", "e", ".2f", "%", "c", "*^9", "=+7", "n", "010"):
    show(int.__format__, 65, spec)
for spec in ("s", ".3d", ",x", "z", "q", "5.", "<<<", "99999999999999999999"):
    show(int.__format__, 65, spec)
show(int.__format__, -1, "c")
show(int.__format__, 0x110000, "c")
show(int.__format__, 1, None)
show(int.__format__, 1)
show(int.__format__, True, "")
show(int.__format__, True, "d")
show(int.__format__, "1", "")
