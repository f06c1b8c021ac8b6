# Searching in bytes, for bytes and for ints.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    b"banana".count(b"an"), b"banana".count(97), b"banana".count(b""), b"banana".find(b"na"), b"banana".rfind(b"na"),
    b"banana".find(110), b"banana".find(b"x"),
))
show(lambda: (
    b"banana".index(b"n", 3), b"banana".rindex(97), b"banana".find(b"a", 2, 3), b"banana".startswith(b"ba"),
    b"banana".startswith((b"x", b"b")), b"banana".endswith(b"na", 0, 6),
))
show(lambda: b"banana".index(b"x"))
show(lambda: b"banana".rindex(b"x"))
show(lambda: b"banana".find("a"))
show(lambda: b"banana".rfind(256))
show(lambda: b"banana".count("a"))
show(lambda: b"banana".startswith("b"))
show(lambda: b"banana".endswith([b"a"]))
