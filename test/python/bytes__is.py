# Classification methods of bytes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    [x.isalnum() for x in (b"a1", b"", b"a ", b"\xe9")], [x.isalpha() for x in (b"ab", b"", b"a1")],
    [x.isascii() for x in (b"a", b"", b"\x80")],
))
show(lambda: (
    [x.isdigit() for x in (b"12", b"", b"1a")], [x.islower() for x in (b"ab", b"aB", b"1", b"a1")],
    [x.isspace() for x in (b" \t\n\r\x0b\f", b"", b"\x1c", b"a")],
))
show(lambda: ([x.istitle() for x in (b"Ab Cd", b"ab", b"", b"A1B")], [x.isupper() for x in (b"AB", b"aB", b"", b"A1")]))
show(lambda: b"a".isalnum(1))
show(lambda: b"a".isalpha(1))
show(lambda: b"a".isascii(1))
show(lambda: b"a".isdigit(1))
show(lambda: b"a".islower(1))
show(lambda: b"a".isspace(1))
show(lambda: b"a".istitle(1))
show(lambda: b"a".isupper(1))
