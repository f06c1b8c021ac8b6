# Hyperbolic, error and gamma functions.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import math
r = lambda x: round(x, 11)
show(lambda: (
    r(math.sinh(1)), r(math.cosh(1)), r(math.tanh(1)), r(math.asinh(1)), r(math.acosh(2)), r(math.atanh(0.5)),
    r(math.erf(1)), r(math.erfc(1)), math.gamma(5), r(math.lgamma(10)), r(math.gamma(0.5)),
))
show(lambda: math.sinh(1000))
show(lambda: math.cosh(1000))
show(lambda: math.tanh("x"))
show(lambda: math.asinh("x"))
show(lambda: math.acosh(0))
show(lambda: math.atanh(1))
show(lambda: math.erf("x"))
show(lambda: math.erfc())
show(lambda: math.gamma(0))
show(lambda: math.gamma(-1))
show(lambda: math.gamma(200))
show(lambda: math.lgamma(0))
