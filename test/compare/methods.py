# Every method of the builtin types, called with every kind of argument. NAMES (type name → names of methods) comes from the runner.
RECEIVERS = {
    "str": [("''", lambda: ""), ("'a b\\tA'", lambda: "a b\tA"), ("'\\xdfe\\u0301\\u01c6\\n12'", lambda: "\xdfe\u0301\u01c6\n12"),
            ("'{0!r:>4}{a}%s'", lambda: "{0!r:>4}{a}%s"), ("'\\ud800\\U0001f600'", lambda: "\ud800\U0001f600"),
            ("StrSub('aab')", lambda: StrSub("aab"))],
    "bytes": [("b''", lambda: b""), ("b'a b\\tA'", lambda: b"a b\tA"), ("b'\\xff\\x00%d1\\n'", lambda: b"\xff\x00%d1\n"),
              ("BytesSub(b'aab')", lambda: BytesSub(b"aab"))],
    "int": [("0", lambda: 0), ("-7", lambda: -7), ("255", lambda: 255), ("2**62", lambda: 2**62), ("-2**100", lambda: -2**100),
            ("True", lambda: True), ("IntSub(5)", lambda: IntSub(5))],
    "float": [("0.0", lambda: 0.0), ("-2.5", lambda: -2.5), ("nan", lambda: float("nan")), ("-inf", lambda: float("-inf")),
              ("1e-310", lambda: 1e-310), ("1e300", lambda: 1e300), ("FloatSub(1.5)", lambda: FloatSub(1.5))],
    "list": [("[]", lambda: []), ("[3, 1, 2]", lambda: [3, 1, 2]), ("['a', 'b', 1.5, None]", lambda: ["a", "b", 1.5, None]),
             ("ListSub('ab')", lambda: ListSub("ab"))],
    "tuple": [("()", lambda: ()), ("(3, 1, 'a')", lambda: (3, 1, "a")), ("TupleSub('ab')", lambda: TupleSub("ab"))],
    "dict": [("{}", lambda: {}), ("{'a': 1, 2: 'b'}", lambda: {"a": 1, 2: "b"}), ("DictSub(a=1)", lambda: DictSub(a=1))],
    "dict_keys": [("{}.keys()", lambda: {}.keys()), ("{'a': 1, 1: 2}.keys()", lambda: {"a": 1, 1: 2}.keys())],
    "dict_values": [("{'a': 1, 1: 2}.values()", lambda: {"a": 1, 1: 2}.values())],
    "dict_items": [("{}.items()", lambda: {}.items()), ("{'a': 1, 1: 2}.items()", lambda: {"a": 1, 1: 2}.items())],
    "set": [("set()", lambda: set()), ("{1, 'a'}", lambda: {1, "a"}), ("SetSub('a')", lambda: SetSub("a"))],
    "frozenset": [("frozenset()", lambda: frozenset()), ("frozenset([1, 'a'])", lambda: frozenset([1, "a"]))],
    "range": [("range(0)", lambda: range(0)), ("range(1, 10, 3)", lambda: range(1, 10, 3)), ("range(2**70, 0, -2**69)", lambda: range(2**70, 0, -2**69))],
    "slice": [("slice(None)", lambda: slice(None)), ("slice(1, -1, 2)", lambda: slice(1, -1, 2)), ("slice('a', 'b')", lambda: slice("a", "b"))],
    "list_iterator": [("iter([1, 2])", lambda: iter([1, 2]))],
    "list_reverseiterator": [("reversed([1, 2])", lambda: reversed([1, 2]))],
    "tuple_iterator": [("iter((1, 2))", lambda: iter((1, 2)))],
    "str_iterator": [("iter('\\xe9a')", lambda: iter("\xe9a"))],
    "range_iterator": [("iter(range(3))", lambda: iter(range(3)))],
    "dict_keyiterator": [("iter({1: 2})", lambda: iter({1: 2}))],
    "enumerate": [("enumerate('ab', 3)", lambda: enumerate("ab", 3))],
    "zip": [("zip('ab', [1])", lambda: zip("ab", [1]))],
    "map": [("map(str, [1])", lambda: map(str, [1]))],
    "filter": [("filter(None, [1, 0])", lambda: filter(None, [1, 0]))],
    "generator": [("(x for x in 'ab')", lambda: (x for x in "ab"))],
    "NoneType": [("None", lambda: None)],
    "ellipsis": [("...", lambda: ...)],
    "object": [("object()", lambda: object())],
    "property": [("property(len, None)", lambda: property(len, None))],
    "BaseException": [("BaseException(1)", lambda: BaseException(1))],
    "OSError": [("OSError(2, 'no', 'f')", lambda: OSError(2, "no", "f"))],
    "KeyError": [("KeyError('k')", lambda: KeyError("k"))],
    "StopIteration": [("StopIteration(1)", lambda: StopIteration(1))],
    "UnicodeDecodeError": [("UnicodeDecodeError('x', b'a', 0, 1, 'r')", lambda: UnicodeDecodeError("x", b"a", 0, 1, "r"))],
}
# What a count decides the size of: no counts that CPython would try to honour.
SIZED = {"ljust", "rjust", "center", "zfill", "expandtabs", "__mul__", "__rmul__", "__imul__", "to_bytes", "__lshift__", "__rlshift__", "__pow__",
         "__rpow__", "__rrshift__", "__rshift__", "hex"}
SKIPPED = {"__class__", "__init_subclass__", "__subclasshook__", "__reduce__", "__reduce_ex__", "__sizeof__", "__dir__", "__getstate__",
           "__setstate__", "__getnewargs__", "__buffer__", "__doc__", "__class_getitem__", "__hash__", "__dict__", "__module__",
           "__static_attributes__", "__firstlineno__"}
BIG = {"2**61", "300", "10**40", "2**64", "-2**63-1", "1e300"}


def fits(name, label):
    return name not in SIZED or label not in BIG


def try_method(owner, receiver, make, name):
    label = owner + " " + receiver + "." + name
    changes = type(make()).__hash__ is None and type(make()) is not slice

    def call(arguments, keywords):
        subject = make()
        try:
            method = getattr(subject, name)
        except AttributeError as error:
            say(label, "missing " + str(error))
            return
        if not callable(method):
            attempt(label, lambda: method)
            return
        shown = [text for text, _ in arguments] + [key + "=" + text for key, (text, _) in keywords.items()]
        values = [maker() for _, maker in arguments]
        named = {key: maker() for key, (_, maker) in keywords.items()}
        attempt(label + "(" + ", ".join(shown) + ")", method, values, named, subject if changes else None)

    call([], {})
    for first in VALUES:
        if fits(name, first[0]):
            call([first], {})
    for first in FEW:
        for second in FEW:
            if fits(name, first[0]) and fits(name, second[0]):
                call([first, second], {})
    for first in FEWER:
        for second in FEWER:
            for third in FEWER:
                if fits(name, first[0]) and fits(name, second[0]) and fits(name, third[0]) and not name.startswith("__"):
                    call([first, second, third], {})
    for count in (4, 5, 6):
        call([("1", lambda: 1)] * count, {})
    for keyword in KEYWORD_NAMES:
        for value in (("None", lambda: None), ("1", lambda: 1), ("'a'", lambda: "a")):
            call([], {keyword: value})
        call([("'a'", lambda: "a")], {keyword: ("1", lambda: 1)})
        call([("1", lambda: 1)], {keyword: ("'a'", lambda: "a")})
        call([("'a'", lambda: "a"), ("'b'", lambda: "b")], {keyword: ("True", lambda: True)})


for owner, receivers in RECEIVERS.items():
    for receiver, make in receivers:
        for name in NAMES[owner]:
            if name not in SKIPPED:
                try_method(owner, receiver, make, name)
