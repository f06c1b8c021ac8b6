# Stripping and replacing in bytes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    b"  a \n".strip(), b"xxaxx".strip(b"x"), b"  a ".lstrip(), b"  a ".rstrip(), b"aab".lstrip(b"a"),
    b"baa".rstrip(b"a"),
))
show(lambda: (b"abc".removeprefix(b"ab"), b"abc".removesuffix(b"bc"), b"abc".removeprefix(b"x")))
show(lambda: (
    b"banana".replace(b"an", b"AN"), b"banana".replace(b"a", b"", 2), b"ab".replace(b"", b"-"),
    b"aaa".replace(b"aa", b"b"),
))
show(lambda: b"a".strip("a"))
show(lambda: b"a".lstrip(1))
show(lambda: b"a".rstrip("a"))
show(lambda: b"a".removeprefix("a"))
show(lambda: b"a".removesuffix(1))
show(lambda: b"a".replace("a", b"b"))
show(lambda: b"a".replace(b"a"))
