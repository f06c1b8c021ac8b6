# Roots, powers and logarithms.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import math
show(lambda: (
    math.sqrt(16), math.sqrt(2), math.sqrt(0), round(math.cbrt(27), 12), round(math.cbrt(-8), 12), math.exp(0), math.exp(1), math.exp2(10),
    math.expm1(1e-10), math.pow(2, 0.5), math.pow(2, 3),
))
show(lambda: (
    math.log(math.e), math.log(100, 10), math.log(8, 2), math.log10(1000), math.log2(8), math.log1p(1e-10),
    math.log(10**400), math.log2(2**1000), math.log10(10**300),
))
show(lambda: (
    math.isqrt(0), math.isqrt(15), math.isqrt(16), math.isqrt(10**40 + 1), math.exp(-1000), math.pow(float("nan"), 0),
    math.pow(0, 0), math.sqrt(float("inf")),
))
show(lambda: math.sqrt(-1))
show(lambda: math.sqrt("4"))
show(lambda: math.cbrt("x"))
show(lambda: math.exp(1000))
show(lambda: math.exp2(5000))
show(lambda: math.expm1(1000))
show(lambda: math.pow(0, -1))
show(lambda: math.pow(-1, 0.5))
show(lambda: math.pow(10, 400))
show(lambda: math.log(0))
show(lambda: math.log(-1))
show(lambda: math.log(10, 1))
show(lambda: math.log(10, 0))
show(lambda: math.log())
show(lambda: math.log10(0))
show(lambda: math.log1p(-1))
show(lambda: math.log2(-1))
show(lambda: math.isqrt(-1))
show(lambda: math.isqrt(2.5))
show(lambda: math.sqrt(10**400))
show(lambda: math.sqrt(1, 2))
show(lambda: math.sqrt(x=1))
