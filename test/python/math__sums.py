# Exact sums and products.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import math
show(lambda: (
    math.fsum([0.1] * 10), math.fsum([]), math.fsum([1e100, 1, -1e100]), math.prod([1, 2, 3]), math.prod([]),
    math.prod([2], start=5), math.prod((0.5, 4)), math.prod(range(1, 25)), math.sumprod([1, 2], [3, 4]),
    math.sumprod([0.1] * 3, [1, 2, 3]), math.fma(2, 3, 4),
))
show(lambda: math.fsum([1, "x"]))
show(lambda: math.fsum(5))
show(lambda: math.fsum([1e308, 1e308]))
show(lambda: math.prod(["a", "b"]))
show(lambda: math.prod(5))
show(lambda: math.sumprod([1], [1, 2]))
show(lambda: math.sumprod([1], ["a", "b"]))
show(lambda: math.sumprod(1, 2))
show(lambda: math.fma(1, 2))
show(lambda: math.fma("x", 1, 1))
show(lambda: math.fma(math.inf, 0, 1))
