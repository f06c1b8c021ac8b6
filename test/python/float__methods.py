# float's methods.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    (2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer(), (0.5).as_integer_ratio(),
    (-3.75).as_integer_ratio(), (1e20).as_integer_ratio(),
))
show(lambda: (
    (1.5).hex(), (-0.1).hex(), (0.0).hex(), (-0.0).hex(), float("inf").hex(), float("nan").hex(), (5e-324).hex(),
    (1e308).hex(),
))
show(lambda: (
    float.fromhex("0x1.8p+0"), float.fromhex("-0x1p-3"), float.fromhex("inf"), float.fromhex("1.8"),
    float.fromhex("  0xA.8p1 "), float.fromhex("0x.1"),
))
show(lambda: ((1.5).conjugate(), (1.5).real, (1.5).imag, float.from_number(3), float.from_number(2.5)))
show(lambda: float("inf").as_integer_ratio())
show(lambda: float("nan").as_integer_ratio())
show(lambda: float.fromhex("zz"))
show(lambda: float.fromhex("0x1p5000"))
show(lambda: float.fromhex(5))
show(lambda: float.from_number("3"))
show(lambda: (1.5).is_integer(1))
show(lambda: (1.5).hex(1))
show(lambda: (1.5).conjugate(1))
