# Sets of small ints print in the order of CPython's table.
# recorded: CPython 3.13, hashes are of 64 bits
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    {3, 1, 2}, {10, 5, 100, 1}, set(range(20, 0, -1)), {-1, -2, 0}, {8, 16, 24, 0}, set([1000, 1, 999, 33]),
    {64, 32, 1, 128, 7},
))
show(lambda: (
    list({5, 3, 9}), list(set([9, 8, 7, 100])), {1.5, 2, 3}, {True, 5, 0}, {(1, 2), (0, 1)}, sorted({2.5, 1}), {None},
    {0, None} - {None},
))
s = {1, 2, 3, 4, 5}
s.discard(3); s.add(30); s.add(3)
show(lambda: (s, s.pop(), s.pop(), s, {1, 9, 17} | {25, 2}, {33, 1} & {1, 33}, {40, 8} - {8}, {40, 8} ^ {16}))
big = set(range(0, 2000, 37))
show(lambda: (list(big)[:10], len(big), max(big), sum(big)))
