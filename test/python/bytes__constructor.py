# bytes() of a count, of text, of an iterable.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    bytes(), bytes(3), bytes(b"ab"), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes("a", encoding="ascii"),
    bytes(range(3)), bytes((65,)),
))
show(lambda: (bytes("aé", "ascii", "replace"), bytes(x for x in (1, 2)), b"", b"\x00\xff", rb"\n", bytes({1: 2})))
show(lambda: bytes("a"))
show(lambda: bytes(-1))
show(lambda: bytes([256]))
show(lambda: bytes([-1]))
show(lambda: bytes(["a"]))
show(lambda: bytes(1.5))
show(lambda: bytes(None))
show(lambda: bytes(5, "utf-8"))
show(lambda: bytes(b"a", "utf-8"))
show(lambda: bytes("é", "ascii"))
show(lambda: bytes("a", "nope"))
show(lambda: bytes(10 ** 30))
