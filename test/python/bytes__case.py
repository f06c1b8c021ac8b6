# Case methods of bytes touch ASCII alone.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    b"hELLO wORLD".capitalize(), b"ABC\xc9".lower(), b"abc\xe9".upper(), b"aBc".swapcase(),
    b"hello wORLD they're 1a".title(), b"".title(),
))
show(lambda: b"a".capitalize(1))
show(lambda: b"a".lower(1))
show(lambda: b"a".upper(1))
show(lambda: b"a".swapcase(1))
show(lambda: b"a".title(1))
