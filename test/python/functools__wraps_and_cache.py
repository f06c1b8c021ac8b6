# wraps() keeps what names the function; lru_cache() counts hits; annotations come along.
# recorded: CPython 3.13
import functools
def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args) + 1
    return wrapper
@logged
def add(a: int, b: int) -> int:
    "Adds."
    return a + b
print(add(1, 2), add.__name__, add.__doc__, add.__wrapped__(1, 2))
@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info().hits, fib.__name__)
