# pow and ** with modulus, negative exponents and mixed types.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    pow(2, 10), pow(2, 10, 1000), pow(2, -1), pow(3, -1, 7), pow(-3, 3, 5), pow(5, 0, 1), pow(2, 3, -5),
    pow(base=2, exp=3, mod=5),
))
show(lambda: (
    pow(2, 1000, 10**9 + 7), pow(2.0, 3), pow(0, 0), pow(-8, 1/3).__class__.__name__, 10 ** -2, (-2) ** 2, 0 ** 5,
))
show(lambda: (pow(123456789, 987654321, 1000000007), pow(38, -1, mod=97), 7 ** 77 % 10 ** 12))
show(lambda: pow(2, 3, 0))
show(lambda: pow(2, -1, 4))
show(lambda: pow(2.0, 3, 5))
show(lambda: pow("2", 3))
show(lambda: pow(2, 3.0, 5))
show(lambda: pow(0, -2))
show(lambda: pow(2))
