# float() of numbers and of text.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    float(), float(5), float("1.5"), float("  -1e3\n"), float("inf"), float("-Infinity"), float("nan"),
    float("1_0.5"), float(".5"), float("5."),
))
show(lambda: (
    float(True), float(b"2.5"), float("٣.٥"), float("1e400"), float("1e-400"), float("+1E+2"),
    float("123456789012345678901234567890"),
))
show(lambda: float(""))
show(lambda: float("1.5x"))
show(lambda: float("1__0"))
show(lambda: float("e5"))
show(lambda: float("0x10"))
show(lambda: float(None))
show(lambda: float([]))
show(lambda: float(10 ** 400))
show(lambda: float("1", 2))
show(lambda: float("-"))
show(lambda: float("in f"))
