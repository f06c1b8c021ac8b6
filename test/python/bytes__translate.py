# bytes.maketrans and bytes.translate.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    bytes.maketrans(b"abc", b"xyz")[97:100], b"aabbcc".translate(bytes.maketrans(b"ab", b"xy")),
    b"hello".translate(None, b"l"), b"hello".translate(None, delete=b"eo"),
))
show(lambda: (b"abc".translate(bytes.maketrans(b"a", b"b"), b"c"), len(bytes.maketrans(b"", b""))))
show(lambda: bytes.maketrans(b"ab", b"x"))
show(lambda: bytes.maketrans("a", "b"))
show(lambda: b"abc".translate(b"short"))
show(lambda: b"abc".translate("a" * 256))
show(lambda: b"abc".translate(None, "l"))
