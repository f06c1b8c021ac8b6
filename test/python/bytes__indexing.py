# Indexing gives ints, slicing gives bytes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

b = b"abcdef"
show(lambda: (b[0], b[-1], b[1:3], b[::-1], b[::2], b[10:], list(b[:2]), b[-2:]))
show(lambda: (
    97 in b, b"cd" in b, b"" in b, 300 in [300], len(b), b + b"x", b * 2, 2 * b"a", b"a" * 0, b < b"b", b == "abcdef",
    hash(b) == hash(b"abcdef"),
))
show(lambda: b[6])
show(lambda: b[-7])
show(lambda: b["a"])
show(lambda: b[1.5])
show(lambda: 300 in b)
show(lambda: -1 in b)
show(lambda: "a" in b)
show(lambda: b + "x")
show(lambda: b"a" + 1)
show(lambda: b * b)
show(lambda: (b"%d-%s" % (5, b"x"), b"%5.2f|%x|%c|%%|%r" % (1.5, 255, 65, b"q"), b"%b" % b"abc", b"%a" % "é"))
show(lambda: b"%s" % "text")
show(lambda: b"%d" % "x")
show(lambda: b"%c" % 256)
