# int.bit_length, bit_count, conjugate, is_integer and as_integer_ratio.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: [n.bit_length() for n in (0, 1, -1, 255, 256, -256, 2**64, -2**64 + 1)])
show(lambda: [n.bit_count() for n in (0, 1, -1, 255, -255, 2**100 - 1)])
show(lambda: (
    (5).conjugate(), (5).is_integer(), (-6).as_integer_ratio(), True.as_integer_ratio(), (2**70).as_integer_ratio(),
    True.conjugate(),
))
show(lambda: ((5).real, (5).imag, (5).numerator, (5).denominator, True.real))
show(lambda: (5).bit_length(1))
show(lambda: (5).bit_count(1))
show(lambda: (5).conjugate(1))
show(lambda: (5).is_integer(1))
show(lambda: (5).as_integer_ratio(1))
show(lambda: setattr(5, "imag", 3))
