# What a function says about itself.
# recorded: CPython 3.14
def outer(a, b=1, *, c: int = 2) -> str:
    """The docstring."""
    def inner(): pass
    return inner

print(outer.__name__, outer.__qualname__, outer.__doc__, outer.__module__)
print(outer.__defaults__, outer.__kwdefaults__, outer.__annotations__)
print(outer(1).__name__, outer(1).__qualname__, outer(1).__doc__)
print((lambda: 0).__name__, (lambda: 0).__qualname__)
outer.extra = 5
print(outer.extra, outer.__dict__, hasattr(outer, "other"))
outer.__name__ = "renamed"
print(outer.__name__, outer.__qualname__)
try:
    outer.missing
except AttributeError as error:
    print(error)
class C:
    def method(self): pass
print(C.method.__qualname__, C().method.__name__, C().method.__func__ is C.method)
