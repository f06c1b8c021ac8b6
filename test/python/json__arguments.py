# dumps: every argument, keys, notes on errors, subclasses of builtin types, encoders of a program's own.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import json, json.decoder, json.encoder
from json import JSONDecodeError, JSONEncoder, JSONDecoder
show(lambda: json.dumps({"b": 1, "a": [True, None, 1.5, "x", (1, 2)]}))
for kw in [{"indent": 2}, {"indent": 0}, {"indent": "--"}, {"indent": -1}, {"indent": True}, {"separators": (",", ":")}, {"sort_keys": True}, {"indent": 2, "separators": (",", ":")}, {"ensure_ascii": False}, {"skipkeys": True}, {"check_circular": False}, {"allow_nan": False}, {"indent": 1.5}, {"separators": 5}, {"separators": ("a",)}, {"nope": 1}, {"cls": 5}, {"default": 5}]:
    show(lambda: json.dumps({"b": [1, {"é": ()}], "a": {}, "c": [[], {"k": []}]}, **kw))
show(lambda: json.dumps({1: 1, 1.5: 2, True: 3, None: 4, "s": 5, float("nan"): 6, 10**20: 7}))
show(lambda: json.dumps({(1, 2): 1}))
show(lambda: json.dumps({(1, 2): 1, "a": 2}, skipkeys=True))
show(lambda: json.dumps({"b": 1, 2: 3}, sort_keys=True))
show(lambda: json.dumps(float("nan")))
show(lambda: json.dumps([float("inf"), -float("inf")]))
show(lambda: json.dumps(float("inf"), allow_nan=False))
def notes(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e), getattr(e, "__notes__", None)
class Obj: pass
show(lambda: notes(lambda: json.dumps([1, {"a": (2, {3})}])))
show(lambda: notes(lambda: json.dumps({"x": Obj()})))
show(lambda: notes(lambda: json.dumps(Obj())))
show(lambda: notes(lambda: json.dumps([Obj], indent=1)))
show(lambda: notes(lambda: json.dumps({"k": [1, 2, {"z": b"bytes"}]}, indent=2)))
show(lambda: notes(lambda: json.dumps([[Obj()]], default=lambda o: 1 / 0)))
show(lambda: notes(lambda: json.dumps({"a": float("nan")}, allow_nan=False)))
show(lambda: notes(lambda: json.dumps({"a": {(1,): 2}})))
def cyc():
    x = []
    x.append({"k": x})
    return x
show(lambda: notes(lambda: json.dumps(cyc())))
show(lambda: notes(lambda: json.dumps(cyc(), indent=1)))
show(lambda: json.dumps({"o": Obj(), "l": [Obj()]}, default=lambda o: o.__class__.__name__))
show(lambda: json.dumps(Obj(), default=lambda o: Obj()) if False else "skip")
class Enc(JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
show(lambda: (json.dumps({"s": {3, 1, 2}}, cls=Enc), Enc().encode({1}), "".join(Enc(indent=1).iterencode([{2}]))))
show(lambda: notes(lambda: json.dumps({"s": Obj()}, cls=Enc)))
show(lambda: list(JSONEncoder().iterencode([1, {"a": 2}])))
show(lambda: (JSONEncoder().item_separator, JSONEncoder(indent=1).item_separator, JSONEncoder(separators=("a", "b")).key_separator))
class I(int):
    def __repr__(self): return "I!"
class S(str): pass
class Fl(float):
    def __repr__(self): return "F!"
class L(list): pass
class D(dict): pass
show(lambda: json.dumps([I(5), S("s"), Fl(1.5), L([1]), D(a=1), {I(3): 1, S("q"): 2, Fl(2.5): 3}]))
show(lambda: json.dumps("\u2028 \x00 \x1f \" \\ / \x7f é 😀 \b\f\n\r\t"))
show(lambda: json.dumps("\u2028 \x00 é 😀", ensure_ascii=False))
show(lambda: json.loads(json.dumps({"a": [1, 2.5, None, True, "é😀", {"n": {}}]})))
show(lambda: json.loads('"\\ud83d\\ude00 \\u00e9 \\/ \\b"'))
show(lambda: (json.loads("1E5"), json.loads("-0"), json.loads("1e400"), json.loads("123456789012345678901234567890"), json.loads("0.1e-5"), json.loads("-1.5E+3")))
show(lambda: JSONDecodeError("m"))
show(lambda: JSONDecodeError("m", "a\nb", 2))
show(lambda: JSONDecodeError("m", "doc", 1, 2))
show(lambda: json.dumps())
show(lambda: json.dumps(1, 2))
show(lambda: (json.encoder.encode_basestring("é\n"), json.encoder.encode_basestring_ascii("é\n"), json.decoder.scanstring('abc" rest', 0)))
