# Hashes of integers follow the modulus of 64-bit builds.
# recorded: CPython 3.13, hashes are of 64 bits
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    hash(0), hash(1), hash(-1), hash(-2), hash(True), hash(10**5), hash(1.0), hash(0.5) == hash(1), hash(2**31),
))
show(lambda: (
    hash(2**61 - 1), hash(2**61), hash(-(2**61)), hash(2**61 - 2), hash(2**100), hash(0.5), hash(1e300), hash(-0.0),
    hash(float("inf")),
))
