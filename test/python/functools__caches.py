# lru_cache and cache: what is kept, keys, attributes, errors.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from functools import *
calls = []
@lru_cache(maxsize=2)
def g(x, *, k=None):
    calls.append(x)
    return x
show(lambda: (g(1), g(2), g(1), g(3), g(2), g.cache_info(), calls))
show(lambda: (g(1, k=2), g(1, k=2), g(x=1), g.cache_info()))
show(lambda: g.cache_clear())
show(lambda: (g.cache_info(), g.cache_parameters(), g.__name__, g.__wrapped__(5), g.__doc__, g.__module__))
show(lambda: g([1]))
show(lambda: g())
show(lambda: lru_cache("x"))
show(lambda: lru_cache(maxsize=2.5))
show(lambda: lru_cache(5)(5))
show(lambda: cache(5))
show(lambda: repr(g).split(" at ")[0])
@lru_cache(maxsize=0)
def zero(x): return x
show(lambda: (zero(1), zero(1), zero.cache_info()))
@lru_cache(typed=True)
def typed(x): return type(x).__name__
show(lambda: (typed(1), typed(1.0), typed(True), typed.cache_info()))
@lru_cache
def untyped(x, y=0): return type(x).__name__
show(lambda: (untyped(1), untyped(1.0), untyped(True), untyped("1"), untyped(1, 2), untyped(1.0, 2), untyped.cache_info()))
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
show(lambda: (fib(80), fib.cache_info()))
class Key:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v)
    def __eq__(self, o): return isinstance(o, Key) and self.v == o.v
show(lambda: (untyped(Key(1)), untyped(Key(1)), untyped(Key(2)), untyped.cache_info()))
class BadHash:
    def __hash__(self): raise ValueError("no hash")
show(lambda: untyped(BadHash()))
@lru_cache
def fails(x): raise KeyError(x)
show(lambda: fails(1))
show(lambda: fails.cache_info())
g.extra = 1
show(lambda: (g.extra, "extra" in g.__dict__))
show(lambda: g.nope)
many = lru_cache(maxsize=50)(lambda x: x)
for i in range(500):
    many(i); many(i // 2); many(i % 7)
show(lambda: many.cache_info())
