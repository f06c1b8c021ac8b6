# A read-only view asks the mapping that it shows for comparisons and its hash.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


class Ordered(dict):
    def __lt__(self, other):
        return "less"

    __le__ = __gt__ = __ge__ = __lt__

    def __hash__(self):
        return 7


kind = type(type.__dict__)
proxy = kind(Ordered(a=1))
for name in ("__lt__", "__le__", "__gt__", "__ge__"):
    show(getattr(kind, name), proxy, {})
print(kind.__hash__(proxy))
args = BaseException.__dict__["args"]
error = ValueError(1)
print(type(args).__set__(args, error, (2, 3)), error.args, type(args).__get__(args, error))
show(type(args).__set__, args, error, 5)
show(type(args).__delete__, args, error)
def plain(*, a=1):
    return a


defaults = type(plain).__dict__["__kwdefaults__"]
print(type(defaults).__get__(defaults, plain), type(defaults).__delete__(defaults, plain), plain.__kwdefaults__)
print(range.__hash__(range(3)) == hash(range(3)), slice.__hash__(slice(1)) == hash(slice(1)))
