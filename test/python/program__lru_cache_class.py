# A cache with a limit, expiry by a given clock, statistics, and a decorator.
# recorded: CPython 3.14
from collections import OrderedDict
from functools import wraps

class Cache:
    def __init__(self, size, ttl=None, clock=lambda: 0):
        self.size, self.ttl, self.clock = size, ttl, clock
        self.data = OrderedDict()
        self.stats = {"hits": 0, "misses": 0, "evicted": 0, "expired": 0}

    def get(self, key, default=None):
        if key in self.data:
            value, at = self.data[key]
            if self.ttl is not None and self.clock() - at > self.ttl:
                del self.data[key]
                self.stats["expired"] += 1
            else:
                self.data.move_to_end(key)
                self.stats["hits"] += 1
                return value
        self.stats["misses"] += 1
        return default

    def put(self, key, value):
        if key in self.data:
            self.data.move_to_end(key)
        self.data[key] = value, self.clock()
        if len(self.data) > self.size:
            self.data.popitem(last=False)
            self.stats["evicted"] += 1

    def __len__(self): return len(self.data)
    def __repr__(self): return f"Cache({list(self.data)})"

def cached(cache):
    missing = object()
    def decorate(f):
        @wraps(f)
        def wrapper(*args, **kwargs):
            key = (args, tuple(sorted(kwargs.items())))
            value = cache.get(key, missing)
            if value is missing:
                value = f(*args, **kwargs)
                cache.put(key, value)
            return value
        wrapper.cache = cache
        return wrapper
    return decorate

now = 0
cache = Cache(3, ttl=10, clock=lambda: now)
for i, word in enumerate("a b c a d a e b".split()):
    if cache.get(word) is None:
        cache.put(word, word.upper())
    print(word, cache)
now = 11
print(cache.get("a"), cache, cache.stats)

calls = []
@cached(Cache(100))
def slow(x, y=1):
    """Slow work."""
    calls.append((x, y))
    return x * y if x else None

print(slow(2), slow(2), slow(2, y=3), slow(2, y=3), slow(0), slow(0), calls)
print(slow.__name__, slow.__doc__, slow.cache.stats)
try:
    slow([1])
except TypeError as error:
    print(error)
