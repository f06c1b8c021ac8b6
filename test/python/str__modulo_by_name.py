# str.__mod__ and __rmod__ called by name, with a tuple, a mapping and a single value.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


class Pairs(dict):
    def __missing__(self, key):
        return key.upper()


for pattern, values in (("%s", 1), ("%s-%s", (1, 2)), ("%(a)s %(b)r", Pairs(a="é")), ("%d%%", 50), ("no", ()), ("no", {}), ("no", [1]),
                        ("%5.1f|%-5d|%+x", (2.25, 3, 255)), ("%c%c", (65, "é")), ("%a %r", ("é", "é")), ("%*.*f", (8, 2, 3.14159)),
                        ("%s", (1, 2)), ("%s %s", 1), ("%d", "1"), ("%", ()), ("%y", 1), ("%(a)s", 1), ("%(a", {}), ("%c", "ab"),
                        ("%c", -1), ("%x", 1.5), ("%*d", ("a", 1)), ("%(a)s", {}), ("no", 1), ("%.0f", 10 ** 400)):
    show(str.__mod__, pattern, values)
show(str.__rmod__, "a", "%s")
show(str.__rmod__, "a", 1)
show(str.__rmod__, "a")
show(str.__mod__, 1, "a")
show(str.__mod__)
