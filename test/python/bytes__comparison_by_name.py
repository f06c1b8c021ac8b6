# bytes' comparisons and conversions called by name.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    method = getattr(bytes, name)
    show(method, b"a", b"b")
    show(method, b"a", b"a")
    show(method, b"", b"\x00")
    show(method, b"\xff", b"\x7f\x7f")
    show(method, b"a", "a")
    show(method, b"a", 1)
    show(method, "a", b"a")
    show(method, b"a")
for name in ("__len__", "__repr__", "__str__"):
    method = getattr(bytes, name)
    for value in (b"", b"a'b", b"\"'\n\x7f\xff\\", 5):
        show(method, value)
    show(method)
    show(method, b"a", 1)
show(bytes.__hash__, b"")
show(bytes.__hash__, "")
show(bytes.__hash__)
print([*bytes.__iter__(b"a\xff")])
show(bytes.__iter__, 5)
show(bytes.maketrans, b"ab", b"xy", "c")
print(bytes.maketrans(b"ab", b"xy")[96:100])
show(bytes.maketrans, b"ab", b"x")
show(bytes.maketrans, "a", "b")
show(bytes.maketrans, b"a")
