# Integer functions.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import math
show(lambda: (
    math.gcd(12, 18), math.gcd(), math.gcd(-4), math.gcd(0, 5), math.gcd(12, 18, 27), math.gcd(2**100, 6**50),
    math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.lcm(2, 3, 4),
))
show(lambda: (
    math.factorial(0), math.factorial(10), math.factorial(25), math.comb(5, 2), math.comb(5, 6), math.comb(100, 50),
    math.perm(5, 2), math.perm(5), math.perm(5, 6), math.comb(10, 0),
))
show(lambda: math.gcd(1.5))
show(lambda: math.lcm("x"))
show(lambda: math.factorial(-1))
show(lambda: math.factorial(2.5))
show(lambda: math.factorial("x"))
show(lambda: math.comb(-1, 2))
show(lambda: math.comb(5, -1))
show(lambda: math.comb(5.0, 2))
show(lambda: math.perm(-1))
show(lambda: math.perm(5, -2))
show(lambda: math.comb(5))
