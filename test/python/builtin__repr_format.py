# Text of values.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    repr("é'"), repr([1, "a"]), repr(None), ascii("é日😀'"), ascii(["é"]), format(5), format(5, "03d"),
    format("a", ">5"), format(1.5, ".2f"), format([1]), format(None, ""), chr(233), ord("é"), hex(255), oct(8),
    bin(5), hex(-1), chr(0x10ffff) == "\U0010ffff",
))
class C:
    def __repr__(self): return "<C é>"
    def __format__(self, spec): return f"spec={spec!r}"
    def __index__(self): return 10
show(lambda: (
    C(), str(C()), ascii(C()), format(C(), "abc"), f"{C():x y}", f"{C()!r:>8}", f"{C()}", hex(C()), bin(C()),
    oct(C()), chr(C()),
))
show(lambda: repr())
show(lambda: ascii())
show(lambda: format())
show(lambda: format(5, 5))
show(lambda: format([1], "5"))
show(lambda: format(None, "x"))
show(lambda: format({}, "d"))
show(lambda: format(5, "zz"))
show(lambda: format("a", "d"))
show(lambda: format("a", "=5"))
show(lambda: format("a", "+"))
show(lambda: format("a", ","))
show(lambda: chr("a"))
show(lambda: chr(-1))
show(lambda: ord("ab"))
show(lambda: ord(5))
show(lambda: hex("a"))
show(lambda: oct(1.5))
show(lambda: bin(None))
