# Trigonometric functions.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import math
r = lambda x: round(x, 12)
show(lambda: (
    r(math.sin(1)), r(math.cos(1)), r(math.tan(1)), r(math.asin(0.5)), r(math.acos(0.5)), r(math.atan(1)),
    r(math.atan2(1, -1)), math.atan2(0.0, -0.0), math.sin(0), math.cos(0),
))
show(lambda: (
    math.degrees(math.pi), math.radians(180), r(math.sin(math.pi)), math.hypot(3, 4), math.hypot(),
    math.hypot(1, 2, 2), math.dist((1, 2), (4, 6)), math.dist([1], [4]), math.hypot(float("inf"), float("nan")),
))
show(lambda: math.sin(float("inf")))
show(lambda: math.cos("x"))
show(lambda: math.tan(float("inf")))
show(lambda: math.asin(2))
show(lambda: math.acos(-2))
show(lambda: math.atan("x"))
show(lambda: math.atan2(1))
show(lambda: math.degrees("x"))
show(lambda: math.radians())
show(lambda: math.hypot("x"))
show(lambda: math.dist((1,), (1, 2)))
show(lambda: math.dist(1, 2))
