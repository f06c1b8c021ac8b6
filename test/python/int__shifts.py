# Shifts, with counts that are negative or large.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    1 << 0, 1 << 62, 1 << 63, 1 << 64, -1 << 64, 5 >> 1, -5 >> 1, 5 >> 100, -5 >> 100, 0 << 1000000, 2**70 >> 69,
))
show(lambda: (2**100 >> 10**30), (-(2**100) >> 10**30), 0 << 10**30, True << 3)
show(lambda: 1 << -1)
show(lambda: 1 >> -1)
show(lambda: 1 << 1.0)
show(lambda: 1.0 >> 1)
