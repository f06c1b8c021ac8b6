# lru_cache and cache count hits and misses and forget the oldest.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from functools import lru_cache, cache
calls = []
@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append(x)
    return x * 10
show(lambda: (
    f(1), f(1), f(2), f(3), f(1), calls, f.cache_info(), f.cache_clear(), f.cache_info(), f.__wrapped__(9),
    f.__name__, f.cache_parameters(),
))
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
show(lambda: (fib(80), fib.cache_info().hits, fib.cache_info().currsize))
@lru_cache
def g(x): return type(x).__name__
show(lambda: (g(1), g(1.0), g(True), g.cache_info().misses))
@lru_cache(typed=True)
def h(x): return type(x).__name__
show(lambda: (h(1), h(1.0), h(True), h.cache_info().misses))
show(lambda: f([]))
show(lambda: f(1, z=2))
show(lambda: lru_cache(5)(5))
show(lambda: lru_cache("x"))
show(lambda: cache(5))
show(lambda: cache())
