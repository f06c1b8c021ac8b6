# Hooks and classes of decoding; reading and writing files.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import json, json.decoder, json.encoder
from json import JSONDecodeError, JSONEncoder, JSONDecoder
show(lambda: json.loads('{"a": 1, "b": [1.5, 2]}', parse_float=str, parse_int=lambda s: s + "!"))
show(lambda: json.loads('[NaN, -Infinity]', parse_constant=lambda c: "<" + c + ">"))
show(lambda: json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)))
show(lambda: json.loads('{"a": {"b": 1}, "a": 2}', object_pairs_hook=lambda p: p))
show(lambda: json.loads('{"a": {"b": 1}}', object_hook=lambda d: "h", object_pairs_hook=lambda p: p))
show(lambda: json.loads('{"x": 1}', object_hook=lambda d: 1 / 0))
class Dec(JSONDecoder):
    def decode(self, s):
        return ("decoded", super().decode(s))
show(lambda: json.loads("[1]", cls=Dec))
show(lambda: json.loads("[1]", cls=Dec, strict=False))
show(lambda: JSONDecoder().decode(5))
show(lambda: JSONDecoder().raw_decode("[1] tail"))
show(lambda: JSONDecoder().raw_decode(" [1]"))
show(lambda: JSONDecoder().raw_decode("", 5))
show(lambda: JSONDecoder().raw_decode("1", -1))
show(lambda: JSONDecoder(1))
class F:
    def __init__(self, t=""): self.t = t; self.out = []
    def read(self): return self.t
    def write(self, s): self.out.append(s)
show(lambda: json.load(F('{"a": 1}')))
show(lambda: json.load(F('{"a": 1}'), object_hook=len))
show(lambda: json.load(5))
def dump(*a, **k):
    f = F()
    json.dump(*a, f, **k)
    return f.out
show(lambda: "".join(dump([1, {"a": None}], indent=1)))
show(lambda: "".join(dump({"a": [1, 2]})))
show(lambda: json.dump([1], 5))
show(lambda: json.dump([1]))
