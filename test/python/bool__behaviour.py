# bool is an int that prints itself.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    True + 1, True * 3, sum([True, False, True]), isinstance(True, int), bool.__mro__, True.__class__.__name__,
    int(True), float(False),
))
show(lambda: (
    bool(), bool([]), bool("False"), bool(0.0), bool(0), bool(object()), repr(True), str(False), f"{True:d}",
    f"{True!s:>6}",
))
show(lambda: (
    True & True, True | False, True ^ True, True & 3, not True, True == 1, True is (1 > 0), hash(True),
    {True: "a", 1: "b", 1.0: "c"},
))
show(lambda: (
    ["no", "yes"][True], "ab"[False], True < 2, -True, +False, True.bit_length(), (True).numerator, [0, 1][False],
    5 // True, True ** False,
))
show(lambda: bool(1, 2))
show(lambda: bool(x=1))
show(lambda: type("B", (bool,), {}))
