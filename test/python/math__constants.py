# The constants of math.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import math
show(lambda: (math.pi, math.e, math.tau, math.inf, math.nan, -math.inf))
show(lambda: math.nope)
show(lambda: math.__name__)
