# What is left: __missing__ and others that a subclass gives an answer to.
# recorded: CPython 3.14
from collections import ChainMap, Counter, UserString, deque


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


class Default(ChainMap):
    def __missing__(self, key):
        return "missing " + key


print(Default({"a": 1})["b"], UserString("%s!").__mod__("a"), UserString("%d-%s").__mod__((1, "b")))
for call in (lambda: ChainMap().__missing__("x"), lambda: UserString("%d").__mod__("a"), lambda: UserString("{x}").format(), lambda: UserString("{}").format(),
             lambda: UserString("a").maketrans("a", "bc"), lambda: UserString("a").maketrans("a", "b"), lambda: deque().__contains__(), lambda: deque([1]).__contains__(1),
             lambda: Counter.fromkeys("ab"), lambda: Counter.fromkeys("ab", 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, *(() if isinstance(error, TypeError) else (error,)))
