# The constructors called with nothing, and with the wrong thing.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (int(), float(), str(), bytes(), list(), tuple(), dict(), set(), frozenset(), range(0), slice(1)))
show(lambda: int([]))
show(lambda: float([]))
show(lambda: str(b"a", "b", "c", "d"))
show(lambda: bytes("a"))
show(lambda: list(1))
show(lambda: tuple(1))
show(lambda: dict(1))
show(lambda: set(1))
show(lambda: frozenset(1))
show(lambda: range())
show(lambda: slice())
