# str.__format__ and str.maketrans called by name.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for spec in ("", "s", "5", ">5", "*^7s", ".1", "<5.2s", "05", "<<4", "é>4"):
    show(str.__format__, "aé", spec)
for spec in ("d", "=5", "+", ",", ".", "z", "#", " s", "5.", "ss", "99999999999999999999"):
    show(str.__format__, "aé", spec)
show(str.__format__, "a")
show(str.__format__, "a", 1)
show(str.__format__, 1, "")
show(str.maketrans, "ab", "xy")
show(str.maketrans, "ab", "xy", "c")
show(str.maketrans, {"a": 1, 98: "long", "é": None})
show(str.maketrans, "ab", "x")
show(str.maketrans, {"ab": 1})
show(str.maketrans, {1.5: 1})
show(str.maketrans, "ab")
show(str.maketrans, "a", 1)
show(str.maketrans)
