# What every program of this folder starts with: values to try, and how a case is printed.


# The labels of the cases that are asked for; None: all of them.
ONLY = None


def say(label, text):
    if ONLY is None or label in ONLY:
        print(label + " -> " + text)


def without_addresses(text):
    at = text.find(" at 0x")
    while at >= 0:
        end = at + 6
        while end < len(text) and text[end] in "0123456789abcdef":
            end += 1
        text = text[:at] + " at ADDRESS" + text[end:]
        at = text.find(" at 0x", at + 5)
    return text


def shorten(text):
    if len(text) <= 400:
        return text
    return text[:200] + "..." + str(len(text)) + "..." + text[-200:]


def show_value(value, depth=0):
    name = type(value).__name__
    if hasattr(type(value), "__next__") and depth == 0:
        items = []
        for item in value:
            items.append(show_value(item, 1))
            if len(items) == 12:
                break
        return name + " of " + ", ".join(items)
    if name in ("set", "frozenset"):
        return name + " " + ", ".join(sorted([ascii(item) for item in value]))
    return name + " " + shorten(without_addresses(ascii(value)))


def attempt(label, function, arguments=(), keywords={}, subject=None):
    if ONLY is not None and label not in ONLY:
        return
    try:
        text = show_value(function(*arguments, **keywords))
    except Exception as error:
        text = type(error).__name__ + ": " + without_addresses(ascii(str(error)))
    if subject is not None:
        text += " | " + show_value(subject, 1)
    say(label, text)


class Index:
    def __index__(self):
        return 2


class BadIndex:
    def __index__(self):
        return "two"


class RaisingIndex:
    def __index__(self):
        raise KeyError("index")


class HasLength:
    def __len__(self):
        return 2


class HasItems:
    def __getitem__(self, index):
        if index == 3 or index > 1000:
            raise IndexError(index)
        return "x" * index


class Unhashable:
    __hash__ = None


class UnequalError:
    def __eq__(self, other):
        raise ValueError("eq")

    def __hash__(self):
        return 1


class RaisingIterator:
    def __iter__(self):
        return self

    def __next__(self):
        raise ZeroDivisionError("next")


class HasFloat:
    def __float__(self):
        return 2.5


class BadFloat:
    def __float__(self):
        return "x"


class HasInt:
    def __int__(self):
        return 7

    def __trunc__(self):
        return 8


class HasRound:
    def __round__(self, digits=None):
        return ("round", digits)

    def __abs__(self):
        return "abs"

    def __divmod__(self, other):
        return "divmod"

    def __pow__(self, other, modulus=None):
        return ("pow", modulus)

    def __format__(self, spec):
        return "<" + spec + ">"

    def __repr__(self):
        return "HasRound()"

    def __reversed__(self):
        return iter("reversed")

    def __dir__(self):
        return ["b", "a"]


class BadTexts:
    def __repr__(self):
        return 5

    def __str__(self):
        return 6

    def __format__(self, spec):
        return 7

    def __bool__(self):
        return 8

    def __len__(self):
        return -1

    def __hash__(self):
        return "hash"


class IntSub(int):
    pass


class FloatSub(float):
    pass


class StrSub(str):
    pass


class BytesSub(bytes):
    pass


class ListSub(list):
    pass


class TupleSub(tuple):
    pass


class DictSub(dict):
    pass


class SetSub(set):
    pass


# Label and a function that makes the value, so that nobody sees what another case did to it.
VALUES = [
    ("None", lambda: None),
    ("True", lambda: True),
    ("0", lambda: 0),
    ("1", lambda: 1),
    ("-1", lambda: -1),
    ("3", lambda: 3),
    ("300", lambda: 300),
    ("2**61", lambda: 2**61),
    ("-2**63-1", lambda: -2**63 - 1),
    ("2**64", lambda: 2**64),
    ("10**40", lambda: 10**40),
    ("-0.0", lambda: -0.0),
    ("1.5", lambda: 1.5),
    ("nan", lambda: float("nan")),
    ("inf", lambda: float("inf")),
    ("1e300", lambda: 1e300),
    ("''", lambda: ""),
    ("'a'", lambda: "a"),
    ("'ab'", lambda: "ab"),
    ("'b12'", lambda: "b12"),
    ("'1'", lambda: "1"),
    ("'strict'", lambda: "strict"),
    ("'utf-8'", lambda: "utf-8"),
    ("'\\xdf'", lambda: "\xdf"),
    ("'\\U0001f600x'", lambda: "\U0001f600x"),
    ("'\\ud800'", lambda: "\ud800"),
    ("b''", lambda: b""),
    ("b'a'", lambda: b"a"),
    ("b'\\xff1'", lambda: b"\xff1"),
    ("[]", lambda: []),
    ("[1, 'a']", lambda: [1, "a"]),
    ("['b', 'a']", lambda: ["b", "a"]),
    ("()", lambda: ()),
    ("('a', 'ab')", lambda: ("a", "ab")),
    ("(1, 2, 3)", lambda: (1, 2, 3)),
    ("{}", lambda: {}),
    ("{'a': 1}", lambda: {"a": 1}),
    ("{97: 'x', 98: None}", lambda: {97: "x", 98: None}),
    ("{1}", lambda: {1}),
    ("frozenset('a')", lambda: frozenset("a")),
    ("range(3)", lambda: range(3)),
    ("slice(1, None)", lambda: slice(1, None)),
    ("slice(None, None, -1)", lambda: slice(None, None, -1)),
    ("slice(None, None, 0)", lambda: slice(None, None, 0)),
    ("slice('a', 2)", lambda: slice("a", 2)),
    ("iter([1, 2])", lambda: iter([1, 2])),
    ("[(1, 2), (3, 4)]", lambda: [(1, 2), (3, 4)]),
    ("[(1, 2), (3,)]", lambda: [(1, 2), (3,)]),
    ("len", lambda: len),
    ("int", lambda: int),
    ("str", lambda: str),
    ("...", lambda: ...),
    ("NotImplemented", lambda: NotImplemented),
    ("Index()", Index),
    ("BadIndex()", BadIndex),
    ("RaisingIndex()", RaisingIndex),
    ("HasLength()", HasLength),
    ("HasItems()", HasItems),
    ("Unhashable()", Unhashable),
    ("UnequalError()", UnequalError),
    ("RaisingIterator()", RaisingIterator),
    ("HasFloat()", HasFloat),
    ("BadFloat()", BadFloat),
    ("HasInt()", HasInt),
    ("HasRound()", HasRound),
    ("BadTexts()", BadTexts),
    ("IntSub(2)", lambda: IntSub(2)),
    ("FloatSub(2.5)", lambda: FloatSub(2.5)),
    ("StrSub('a')", lambda: StrSub("a")),
    ("BytesSub(b'a')", lambda: BytesSub(b"a")),
    ("ListSub('a')", lambda: ListSub("a")),
    ("TupleSub('a')", lambda: TupleSub("a")),
    ("DictSub(a=2)", lambda: DictSub(a=2)),
    ("SetSub('a')", lambda: SetSub("a")),
    ("object()", object),
]
FEW_LABELS = ["None", "True", "0", "-1", "3", "2**64", "1.5", "''", "'a'", "'strict'", "'\\xdf'", "b'a'", "[1, 'a']", "('a', 'ab')", "{'a': 1}",
              "Index()", "StrSub('a')", "Unhashable()"]
FEWER_LABELS = ["None", "0", "-1", "2**64", "'a'", "'ab'", "b'a'", "1.5"]
FEW = [(label, make) for label, make in VALUES if label in FEW_LABELS]
FEWER = [(label, make) for label, make in VALUES if label in FEWER_LABELS]
KEYWORD_NAMES = ["sep", "maxsplit", "encoding", "errors", "keepends", "tabsize", "start", "end", "stop", "count", "old", "new", "key", "reverse",
                 "default", "value", "byteorder", "signed", "length", "bytes", "base", "x", "object", "iterable", "self", "number", "ndigits",
                 "mod", "exp", "function", "sequence", "strict", "name", "obj", "bogus", "delete", "table", "bytes_per_sep", "string", "source",
                 "other", "index", "format_spec", "fillchar", "width", "prefix", "chars"]


class Random:
    """The same numbers in every implementation."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def choice(self, items):
        return items[self.below(len(items))]
