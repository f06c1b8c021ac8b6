# Iterating over ranges.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

it = iter(range(3))
show(lambda: (next(it), it.__length_hint__(), list(it), list(it)))
show(lambda: next(it))
show(lambda: (
    next(reversed(range(3))), list(reversed(range(1, 10, 4))), sum(range(101)), max(range(5)), min(range(5, 0, -2)),
    sorted(range(3), reverse=True),
))
show(lambda: ([*range(2**62, 2**62 + 2)], list(range(2**63 - 2, 2**63 + 1)), list(reversed(range(2**64, 2**64 + 3)))))
show(lambda: max(range(0)))
