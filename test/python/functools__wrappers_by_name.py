# lru_cache's wrapper, cached_property and singledispatchmethod: their methods called by name.
# recorded: CPython 3.14
import functools


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


@functools.lru_cache(maxsize=2)
def double(x):
    return x * 2


class Thing:
    @functools.lru_cache
    def method(self):
        return "method"

    @functools.cached_property
    def value(self):
        return "value"

    @functools.singledispatchmethod
    def kind(self, argument):
        return "any"

    @kind.register
    def _(self, argument: int):
        return "int"


thing = Thing()
print(double(1), double(1), double.cache_info(), double.cache_clear(), double.cache_info(), double.__call__(4), thing.method())
kind = type(double)
for name, arguments in (("__copy__", (1, 2)), ("__deepcopy__", (1, 2))):
    try:
        getattr(kind, name)(5, *arguments)
    except TypeError:
        print(name, "TypeError")
print(double.__copy__() is double, double.__deepcopy__({}) is double, double.__get__(None, int) is double, double.__get__(7)())
for name, arguments in (("cache_info", (1,)), ("cache_clear", (1,)), ("__get__", ())):
    try:
        getattr(double, name)(*arguments)
        print(name)
    except TypeError:
        print(name, "TypeError")
kind = type(double)
show(kind)
show(kind, 5, 1, False, None)
show(functools.lru_cache, "a")
show(functools.cache, 5)
print(functools.cache(len)("abc"), functools.cache(len).cache_info())
value = Thing.__dict__["value"]
print(value.__get__(None, Thing) is value, value.__get__(thing, Thing), vars(thing), value.__set_name__(Thing, "value"))
show(value.__set_name__, Thing, "other")
show(value.__get__)
try:
    functools.cached_property(len).__get__(thing)
except TypeError as error:
    print(error)
show(functools.cached_property.__class_getitem__, int)
try:
    functools.cached_property.__class_getitem__()
except TypeError:
    print("TypeError")
show(functools.cached_property)
single = Thing.__dict__["kind"]
bound = thing.method
print(bound(), bound.__self__ is thing)
print(thing.kind(1), thing.kind("a"), single.__get__(thing, Thing)(2), functools.singledispatchmethod.__repr__(functools.singledispatchmethod(len)) != "")
print(single.register(str, lambda self, argument: "str")(None, 1), thing.kind("a"))
for call in (lambda: single.register(5), lambda: single.register(), lambda: single.__get__(), lambda: functools.singledispatchmethod(5), lambda: thing.kind(), lambda: functools.singledispatchmethod.__repr__()):
    try:
        print(call())
    except TypeError:
        print("TypeError")
print(functools.singledispatchmethod.__init__(functools.singledispatchmethod(len), max))
