# Splitting and joining bytes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    b"a b  c".split(), b"a,b,,c".split(b","), b"a,b,c".split(b",", 1), b"a,b,c".rsplit(b",", 1),
    b" a b ".rsplit(None, 1), b"".split(), b"".split(b","),
))
show(lambda: (
    b"a\nb\r\nc\x0bd".splitlines(), b"a\nb".splitlines(True), b"a=b=c".partition(b"="), b"a=b=c".rpartition(b"="),
    b"abc".partition(b"="),
))
show(lambda: (b",".join([b"a", b"b"]), b"".join([]), b"-".join((b"x",)), b"-".join(bytes([i]) for i in (65, 66))))
show(lambda: b"abc".split(b""))
show(lambda: b"abc".split(","))
show(lambda: b"abc".rsplit(1))
show(lambda: b"abc".splitlines(1, 2))
show(lambda: b"abc".partition(b""))
show(lambda: b"abc".rpartition("b"))
show(lambda: b",".join(["a"]))
show(lambda: b",".join([1]))
show(lambda: b",".join(5))
