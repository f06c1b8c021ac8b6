# Builtins that wait for a special method of an argument before they can go on.
# recorded: CPython 3.14
import time
class Index:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
    def __eq__(self, other): return self.n == (other.n if isinstance(other, Index) else other)
    def __hash__(self): return hash(self.n)
    def __repr__(self): return f"Index({self.n})"
    def method(self): pass
class Real:
    def __float__(self): return 2.5
class Table:
    def __init__(self, **pairs): self.pairs = pairs
    def keys(self): return list(self.pairs)
    def __getitem__(self, key):
        if key == 98: raise LookupError
        return self.pairs.get(key, chr(key).upper() if isinstance(key, int) else None)
class Failure(Exception):
    def __init__(self, text="made by raise"): super().__init__(text)
class Base:
    @property
    def value(self): return Index(4)
    def __getattr__(self, name):
        if name.startswith("call"): return lambda *args: (name, args)
        raise AttributeError(name)
class Child(Base):
    @property
    def value(self): return super().value
    def other(self): return super(*(Child, self)).value
    def use(self): return super().value.n, self.call_it(1), self.call_more(*[1, 2])
class Noted:
    x: Index(1)
    y: list[int]
def show(*args, **names): return args, sorted(names.items())
one, two, three = Index(1), Index(2), Index(3)
print(float(Real()), float(two), float.from_number(Real()) if hasattr(float, "from_number") else 2.5, int("11", two), int("ff", Index(16)))
print(range(one, Index(9), three), range(5).index(two), three in range(5), Index(7) in range(5), range(9).count(one))
print(slice(one, Index(8), two).indices(Index(6)), [0, 1, 2, 3][one:three], "abcd"[Index(-1)])
print("abcabc".translate(Table()), one != Index(1), one != two, one != 1)
print(show(**Table(a=1, b=2)), show(0, **Table(c=3), **{"d": 4}))
print(repr(one.method).replace("Index.method of", "of")[:26], repr(staticmethod(one)), repr(classmethod(two)))
print(Child().value, Child().other(), Child().use(), Noted.__annotations__)
class Different:
    def __eq__(self, other): return not Index(0).n
print(Different() != 1, object.__ne__(Different(), 2))
time.sleep(0)
time.sleep(Index(0))
try:
    raise Failure
except Failure as error:
    print(repr(error))
try:
    raise KeyError(one) from Failure
except KeyError as error:
    print(repr(error), repr(error.__cause__))
print("%d %s %r" % (3, two, three), "{:>{}}|{!r}".format("x", Index(3).n, one), f"{two!r:>9}")
print(sum([one.n, 2], start=0), max([one, three], key=lambda x: x.n), sorted([three, one], key=Index.__index__), round(2.567, two))
print([10, 20, 30].pop(one), bytes([one, two]), bytes(three), (1).to_bytes(two, "big"), [1, 2].index(two), divmod(7, 2), hex(Index(255)), bin(three))
