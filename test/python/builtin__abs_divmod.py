# abs, divmod, pow and round.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    abs(-5), abs(5.5), abs(-0.0), abs(True), abs(-(2**70)), divmod(7, 3), divmod(-7, 3), divmod(7.5, 2),
    divmod(2**70, 10**10), pow(2, 5), pow(2, 5, 7), round(2.5), round(3.14159, 3), round(1234, -2),
))
class N:
    def __abs__(self): return "abs"
    def __divmod__(self, o): return "divmod", o
    def __rdivmod__(self, o): return "rdivmod", o
    def __pow__(self, o, m=None): return "pow", o, m
    def __round__(self, n=None): return "round", n
show(lambda: (
    abs(N()), divmod(N(), 1), divmod(1, N()), pow(N(), 2), pow(N(), 2, 3), N() ** 4, round(N()), round(N(), 2),
))
show(lambda: abs("x"))
show(lambda: abs())
show(lambda: divmod("x", 1))
show(lambda: divmod(1))
show(lambda: divmod(1, 0))
show(lambda: pow("x", 1))
show(lambda: pow(1))
show(lambda: round("x"))
show(lambda: round())
show(lambda: round([]))
