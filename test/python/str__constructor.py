# str() of every kind of argument, and decoding bytes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (str(), str(5), str(1.5), str(None), str([1, "a"]), str("x"), str(b"abc"), str(object=5)))
show(lambda: (
    str(b"caf\xc3\xa9", "utf-8"), str(b"\xff", "latin-1"), str(b"a\xff", encoding="ascii", errors="replace"),
    str(b"", "ascii"),
))
show(lambda: str(b"\xff", "utf-8"))
show(lambda: str("a", "utf-8"))
show(lambda: str(5, "utf-8"))
show(lambda: str(b"a", 5))
show(lambda: str(1, 2, 3, 4))
show(lambda: str(nope=1))
