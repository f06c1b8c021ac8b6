# Hashes of tuples and strings of digits follow 64-bit CPython.
# recorded: CPython 3.13, hashes are of 64 bits
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    hash(()), hash((1,)), hash((1, 2)), hash((1, (2, 3))), hash((1.5, None)) == hash((1.5, None)), hash((0, 0)),
    hash((-1, -2)),
))
