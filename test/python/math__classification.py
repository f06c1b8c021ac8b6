# Looking into floats.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import math
show(lambda: (
    math.isnan(float("nan")), math.isnan(5), math.isinf(float("-inf")), math.isfinite(1e308), math.isfinite(math.inf),
    math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(0, 1e-10, abs_tol=1e-9),
    math.isclose(1, 2, rel_tol=0.6), math.isclose(math.inf, math.inf),
))
show(lambda: (
    math.nextafter(1, 2), math.nextafter(0, -1), math.nextafter(1, 2, steps=3), math.ulp(1), math.ulp(0),
    math.frexp(8), math.frexp(-0.3), math.frexp(0), math.ldexp(0.5, 4), math.ldexp(1, -1075),
))
show(lambda: math.isnan("x"))
show(lambda: math.isinf(None))
show(lambda: math.isfinite("x"))
show(lambda: math.isclose(1, 2, rel_tol=-1))
show(lambda: math.isclose("a", 1))
show(lambda: math.nextafter(1))
show(lambda: math.nextafter(1, 2, steps=-1))
show(lambda: math.ulp("x"))
show(lambda: math.frexp("x"))
show(lambda: math.ldexp(1, 5000))
show(lambda: math.ldexp(1, 1.5))
