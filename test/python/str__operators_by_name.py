# str's operators called by name: concatenation, repetition, membership, subscripts.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for other in ("b", "", "\U0001f600", 1, None, b"b"):
    show(str.__add__, "aé", other)
for count in (0, 1, 3, -5, True, 2.0, "3", None):
    show(str.__mul__, "aé", count)
    show(str.__rmul__, "aé", count)
show(str.__mul__, "ab", 10 ** 30)
show(str.__add__, 1, "a")
show(str.__add__, "a")
show(str.__add__, "a", "b", "c")
for part in ("", "é", "x", 1, None, b"a"):
    show(str.__contains__, "aé", part)
show(str.__contains__, "a")
for index in (0, -1, 1, 2, -3, 10 ** 30, True, slice(None, None, -1), slice(5, 1), slice(0, 9, 0), "0", 1.0, None):
    show(str.__getitem__, "aé", index)
show(str.__getitem__, 5, 0)
