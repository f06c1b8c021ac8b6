# Iterating over bytes gives ints.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    list(b"abc"), [*b"\x00\xff"], sum(b"\x01\x02"), max(b"az"), sorted(b"cab"), list(reversed(b"ab")),
    bytes(reversed(b"ab")), dict(enumerate(b"xy")),
))
it = iter(b"a")
show(lambda: next(it))
show(lambda: next(it))
show(lambda: (
    bytes(b ^ 0x20 for b in b"Hello"), b"".join(bytes([b]) for b in b"ab"), int.from_bytes(b"ab"), b"a" in {b"a": 1},
    {b"k": 1}[b"k"],
))
