# int() of numbers and of text in every base.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    int(), int(5.9), int(-5.9), int("42"), int("  -42\n"), int("1_000"), int(True), int(b"12"), int("٣٤"), int("+7"),
))
show(lambda: (
    int("ff", 16), int("0xFF", 16), int("0b101", 0), int("0o17", 0), int("-0x1f", 0), int("z", 36), int("0", 0),
    int("1_0", 2),
))
show(lambda: (int("123456789012345678901234567890"), int(1e20), int("1" * 50, 2)))
show(lambda: int(""))
show(lambda: int("12a"))
show(lambda: int("1__0"))
show(lambda: int("_1"))
show(lambda: int("0x"))
show(lambda: int("010", 0))
show(lambda: int("9", 8))
show(lambda: int("é"))
show(lambda: int(" "))
show(lambda: int(None))
show(lambda: int([1]))
show(lambda: int(1.5, 2))
show(lambda: int("5", 1))
show(lambda: int("5", 37))
show(lambda: int(float("nan")))
show(lambda: int(float("inf")))
show(lambda: int("5", base="x"))
show(lambda: int(x=5))
show(lambda: int("1\x00"))
show(lambda: int(b"a\xff"))
