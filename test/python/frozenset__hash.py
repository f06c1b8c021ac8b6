# Hashes of frozensets of ints follow 64-bit CPython.
# recorded: CPython 3.13, hashes are of 64 bits
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset([1])) == hash(frozenset([True])),
    hash(frozenset([0])), hash(frozenset([frozenset()])),
))
