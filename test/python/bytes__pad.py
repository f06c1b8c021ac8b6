# Padding methods of bytes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    b"ab".center(5), b"ab".center(6, b"*"), b"ab".ljust(4, b"."), b"ab".rjust(4), b"-42".zfill(5), b"42".zfill(1),
    b"a\tb".expandtabs(4), b"\ta".expandtabs(),
))
show(lambda: b"ab".center(5, "x"))
show(lambda: b"ab".ljust(5, b"xy"))
show(lambda: b"ab".rjust("5"))
show(lambda: b"ab".zfill(None))
show(lambda: b"ab".expandtabs("x"))
