# repr of bytes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    b"abc", b"it's", b'say "hi"', b"both ' and \"", b"\t\n\r\\\x00\x7f\xff", b"", bytes(range(30, 40)), str(b"a"),
    f"{b'x'}",
))
