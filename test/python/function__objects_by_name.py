# Functions, methods and natives: their reprs, comparisons, hashes and calls by name.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error; addresses are left out."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, len(arguments), keywords or "", "->", result.split(" at 0x")[0])


def plain(a, b=2):
    return a, b


class Thing:
    def method(self, x):
        return x

    def __repr__(self):
        return "a thing"


thing, other = Thing(), Thing()
bound = thing.method
function_type, method_type, native_type = type(plain), type(bound), type(len)
print(function_type.__repr__(plain).split(" at ")[0], method_type.__repr__(bound), native_type.__repr__(len), native_type.__repr__([].append).split(" at ")[0])
for kind in (function_type, method_type, native_type, type(str.upper), type(int.__add__), type((1).__add__), type(type.__dict__["__doc__"]), type(dict.__dict__["fromkeys"])):
    show(kind.__repr__, 5)
    show(kind.__repr__)
    if hasattr(kind, "__call__"):
        show(kind.__call__, 5)
for text in (str.upper, int.__add__, type.__dict__["__doc__"], dict.__dict__["fromkeys"], (1).__add__):
    print(type(text).__repr__(text).split(" at ")[0])
for kind, item, same, different in ((method_type, bound, thing.method, other.method), (native_type, thing.__init__.__self__.__dir__, thing.__dir__, other.__dir__),
                                    (type((1).__add__), (1).__add__, (1).__add__, (2).__add__)):
    for name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
        print(name, getattr(kind, name)(item, same), getattr(kind, name)(item, different), getattr(kind, name)(item, 1))
        show(getattr(kind, name), 5, 5)
    print(kind.__hash__(item) == hash(same))
    show(kind.__hash__, 5)
show(method_type, plain, None)
show(method_type, 5, 5)
show(method_type, plain)
show(method_type, plain, 1, 2)
print(method_type(plain, 1)(), method_type(plain, 1).__getattribute__("__func__") is plain)
show(method_type(plain, 1).__getattribute__, "nothing")
show(method_type.__get__, method_type(plain, 1), 5)
show(method_type.__get__, 5, 5)
show(method_type.__call__, method_type(plain, 1), 7)
show(method_type.__call__, 5)
print(function_type.__get__(plain, 3)(), function_type.__get__(plain, None, int) is plain)
show(function_type.__get__, plain)
show(function_type.__get__, plain, None)
show(function_type.__get__, 5, 5)
