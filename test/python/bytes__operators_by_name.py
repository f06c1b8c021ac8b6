# bytes' operators called by name: concatenation, repetition, membership, subscripts.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for other in (b"b", b"", "b", 1, None):
    show(bytes.__add__, b"a\xff", other)
for count in (0, 2, -5, True, 2.0, "3", None):
    show(bytes.__mul__, b"a\xff", count)
    show(bytes.__rmul__, b"a\xff", count)
show(bytes.__mul__, b"ab", 10 ** 30)
show(bytes.__add__, 1, b"a")
show(bytes.__add__, b"a")
for part in (b"", b"\xff", b"x", 255, 256, -1, True, "a", None, 1.0):
    show(bytes.__contains__, b"a\xff", part)
for index in (0, -1, 2, -3, 10 ** 30, True, slice(None, None, -1), slice(0, 9, 0), "0", 1.0, None):
    show(bytes.__getitem__, b"a\xff", index)
show(bytes.__getitem__, 5, 0)
show(bytes.__bytes__, b"ab")
show(bytes.__bytes__, "ab")
show(bytes.__bytes__, b"ab", 1)
