# Rounding, parts and remainders.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import math
show(lambda: (
    math.ceil(1.2), math.ceil(-1.2), math.floor(1.8), math.floor(-1.2), math.trunc(-1.9), math.ceil(5),
    math.floor(2**70), math.ceil(1e20),
))
show(lambda: (
    math.fabs(-3), math.modf(3.25), math.modf(-3.25), math.modf(float("inf")), math.fmod(-7, 3), math.fmod(7.5, 2),
    math.remainder(7, 4), math.remainder(10, 4),
))
show(lambda: (math.copysign(3, -0.0), math.copysign(-1, 1), math.copysign(float("inf"), -1)))
show(lambda: math.ceil(float("nan")))
show(lambda: math.floor(float("inf")))
show(lambda: math.trunc("1"))
show(lambda: math.ceil("1"))
show(lambda: math.floor(None))
show(lambda: math.fabs("x"))
show(lambda: math.fabs())
show(lambda: math.modf("x"))
show(lambda: math.fmod(1, 0))
show(lambda: math.fmod(float("inf"), 1))
show(lambda: math.remainder(1, 0))
show(lambda: math.copysign(1))
