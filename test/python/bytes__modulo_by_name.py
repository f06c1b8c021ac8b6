# bytes.__mod__ and __rmod__ called by name.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


class Texted:
    def __bytes__(self):
        return b"from __bytes__"


for pattern, values in ((b"%s", b"a"), (b"%b-%a", (b"a", "é")), (b"%(a)s", {b"a": b"x"}), (b"%d%%", 50), (b"no", ()), (b"%c%c", (65, b"b")),
                        (b"%s", Texted()), (b"%r", "é"), (b"%5.1f|%-5d|%+x", (2.25, 3, 255)), (b"%.2s", b"abc"),
                        (b"%s", "a"), (b"%s", (b"a", b"b")), (b"%s %s", b"a"), (b"%d", b"1"), (b"%", ()), (b"%y", 1), (b"%(a)s", b"x"),
                        (b"%c", b"ab"), (b"%c", 256), (b"%(a)s", {"a": b"x"}), (b"no", 1), (b"%b", 1)):
    try:
        print(pattern, bytes.__mod__(pattern, values))
    except Exception as error:
        print(pattern, type(error).__name__, error)
show(bytes.__rmod__, b"a", b"%s")
show(bytes.__rmod__, b"a", 1)
show(bytes.__rmod__, b"a")
show(bytes.__mod__, 1, b"a")
show(bytes.__mod__)
