# Builtin functions and the constructors of builtin types with every kind of argument.
FUNCTIONS = [abs, all, any, ascii, bin, callable, chr, delattr, dict, divmod, enumerate, filter, float, format, frozenset, getattr, hasattr, hex, int,
             bool, isinstance, issubclass, iter, len, list, map, max, min, next, oct, ord, pow, range, repr, reversed, round, set, setattr, slice,
             sorted, str, sum, super, tuple, type, vars, zip, bytes, property, classmethod, staticmethod, object, str.maketrans, dict.fromkeys,
             bytes.fromhex, bytes.maketrans, int.from_bytes, float.fromhex, Exception, KeyError, StopIteration, OSError, ImportError,
             AttributeError, NameError, SyntaxError, UnicodeDecodeError, UnicodeEncodeError, SystemExit, BaseExceptionGroup, ExceptionGroup]
SIZED = {"bytes", "pow", "range", "list", "tuple", "round"}


def sized(name, labels):
    return name in ("bytes", "pow", "round", "list", "tuple", "sum", "set", "frozenset", "sorted", "dict") and any(label in ("2**61", "2**64", "-2**63-1", "10**40", "1e300") for label in labels)


def named(function):
    return getattr(function, "__qualname__", None) or function.__name__


for function in FUNCTIONS:
    name = named(function)

    def call(arguments, keywords):
        shown = [text for text, _ in arguments] + [key + "=" + text for key, (text, _) in keywords.items()]
        if sized(name, shown):
            return
        attempt(name + "(" + ", ".join(shown) + ")", function, [make() for _, make in arguments],
                {key: make() for key, (_, make) in keywords.items()})

    call([], {})
    for first in VALUES:
        call([first], {})
    for first in VALUES:
        for second in FEW:
            call([first, second], {})
            call([second, first], {})
    for first in FEWER:
        for second in FEWER:
            for third in FEWER:
                call([first, second, third], {})
    for count in (4, 5, 6, 7):
        call([("1", lambda: 1)] * count, {})
        call([("'a'", lambda: "a")] * count, {})
    for keyword in KEYWORD_NAMES:
        for value in FEW:
            call([], {keyword: value})
        call([("'a'", lambda: "a")], {keyword: ("1", lambda: 1)})
        call([("1", lambda: 1)], {keyword: ("'a'", lambda: "a")})
        call([("[2, 1]", lambda: [2, 1])], {keyword: ("len", lambda: len)})
        call([("[2, 1]", lambda: [2, 1])], {keyword: ("None", lambda: None)})
        call([("'a'", lambda: "a"), ("'b'", lambda: "b")], {keyword: ("True", lambda: True)})
