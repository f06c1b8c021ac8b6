# partialmethod, cached_property and caches in classes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from functools import *
def f(*a, **k): return a, k
class C:
    def method(self, *a): return type(self).__name__, a
    pm = partialmethod(method, 1, 2)
    p = partial(f, 9)
    @cached_property
    def value(self):
        print("computed")
        return 42
    @lru_cache
    def cached(self, x):
        return x * 2
    @lru_cache(maxsize=None)
    def cached2(self, x=1): return x
    def __repr__(self): return "C()"
c = C()
show(lambda: (c.pm(), c.pm(3), C.pm(c, 4)))
show(lambda: c.p(1))
show(lambda: (c.value, c.value, c.__dict__))
show(lambda: (c.cached(2), c.cached(2), C.cached.cache_info(), c.cached2(), c.cached2(x=3), C.cached2.cache_info()))
show(lambda: cached_property(lambda s: 1).__get__(c))
class Bad:
    pass
    @cached_property
    def v(self): return 1
def two_names():
    class T:
        a = cached_property(lambda self: 1)
        b = a
show(two_names)
show(lambda: partialmethod(5))
show(lambda: partialmethod())
show(lambda: repr(partialmethod(len, 1, k=2)))
