# bytes.decode from the common encodings and with every error handler.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    b"abc".decode(), b"caf\xc3\xa9".decode("utf-8"), b"\xe9".decode("latin-1"), b"\xff\xfea\x00".decode("utf-16"),
    b"a\x00".decode("utf-16-le"),
))
show(lambda: (
    b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"),
    b"a\xff".decode("ascii", "backslashreplace"), b"\xff".decode("utf-8", "surrogateescape"),
))
show(lambda: (
    b"\xf0\x9f\x98\x80".decode(), b"\xe2\x82".decode("utf-8", "replace"), b"\xed\xa0\x80".decode("utf-8", "replace"),
    b"\xef\xbb\xbfa".decode("utf-8-sig"), b"\xef\xbb\xbfa".decode(),
))
show(lambda: b"abc".decode(encoding="ascii", errors="strict"))
show(lambda: b"a\xff".decode())
show(lambda: b"\xe2\x82".decode())
show(lambda: b"\xc3(".decode())
show(lambda: b"\xed\xa0\x80".decode())
show(lambda: b"\xf8\x88\x80\x80\x80".decode())
show(lambda: b"a\x80".decode("ascii"))
show(lambda: b"abc".decode("nope"))
show(lambda: b"\xff".decode("utf-8", "nope"))
show(lambda: b"abc".decode(5))
show(lambda: b"\x00".decode("utf-16-le"))
