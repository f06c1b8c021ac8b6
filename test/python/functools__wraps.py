# wraps copies the name, the docstring and the attributes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from functools import wraps, update_wrapper
def deco(f):
    @wraps(f)
    def inner(*args):
        """inner doc"""
        return f(*args)
    return inner
@deco
def original(x: int) -> str:
    """original doc"""
    return x
original.tag = 1
show(lambda: (
    original(5), original.__name__, original.__qualname__, original.__doc__, original.__module__,
    original.__wrapped__.__name__, original.__annotations__, original.__dict__.keys(),
))
show(lambda: (
    update_wrapper(lambda: 1, len).__name__, update_wrapper(lambda: 1, len, updated=()).__doc__ == len.__doc__,
))
show(lambda: wraps())
show(lambda: wraps(original)(5))
show(lambda: update_wrapper(5, len))
show(lambda: update_wrapper())
