# Notes on errors, cycles, hooks that see every value, and faults of strings and numbers with their places.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", []), sep=": ")

import json
from collections import OrderedDict, defaultdict
show(lambda: json.dumps({"a": [1, {"b": (2, {3})}]}))
show(lambda: json.dumps([1, object], indent=1))
def cyclic(make):
    inner = {"k": [1, 2]}
    inner["k"].append(make(inner))
    return inner
show(lambda: json.dumps(cyclic(lambda o: o)))
show(lambda: json.dumps(cyclic(lambda o: [[[o]]])))
show(lambda: json.dumps({"x": {"y": float("inf")}}, allow_nan=False))
show(lambda: json.dumps([float("-inf")], allow_nan=False))
show(lambda: json.dumps({"b": [2, {"z": 1, "a": 2}], "a": {}}, sort_keys=True))
show(lambda: json.dumps({2: 1, 10: 2, 1.5: 3}, sort_keys=True))
show(lambda: json.dumps({None: 1, True: 2, False: 3, 7: 4, 2.5: 5, float("inf"): 6, 10**20: 7}))
show(lambda: json.dumps({(1,): 1, "a": {(2,): 3}}, skipkeys=True, indent=2))
show(lambda: json.dumps([OrderedDict(a=1), defaultdict(list, b=[2])]))
class Odd(dict):
    def items(self): return [("odd", 1)]
show(lambda: json.dumps(Odd(a=1)))
show(lambda: json.dumps({"a": [{1}, {2}]}, default=sorted))
show(lambda: json.dumps([complex], default=lambda o: {"name": o.__name__}, indent="\t"))
show(lambda: json.dumps(["é\x7f\ud800😀", "\u2028"]))
show(lambda: json.dumps("é\x7f\x1f\"\\😀", ensure_ascii=False))
show(lambda: json.dumps([1e16, 1e22, 123456789.125, 5e-324, 1.0, -0.0, 10**25, -(10**25)]))
deep = []
for _ in range(200): deep = [deep]
show(lambda: (json.loads(json.dumps(deep)) == deep, len(json.dumps(deep))))
show(lambda: json.loads('{"a": [1, {"b": 2.5}], "c": {}}', object_hook=lambda d: list(d.items())))
show(lambda: json.loads('{"a": [1, {"b": 2.5}], "c": {}}', object_pairs_hook=tuple))
show(lambda: json.loads('[-1, 1.5e3, NaN, -Infinity, "s", null, true]', parse_int=lambda s: "i" + s, parse_float=lambda s: "f" + s, parse_constant=lambda s: "c" + s))
for text in ('"', '"\\', '"\\u', '"\\u123"', '"\\ud800\\u12"', '"\\ud800\\udc00"', '"\\ud800x"', '"\\udc00\\ud800"', '"é\t"', '"\\é"', '-', '-x', '-I', '1e', '1e+', '1.e5', '-01', '.5', '+1', 'Nan', 'Infinit', '[1, 2', '[1, 2,', '["é", é]', '{"a": 1, "a": 2}', '{"a": }', '{"a"', '{"a": 1 "b"}', '{"é" 1}', '{"a": 1,', '\ufeff1', ' \t\n\r1 ', '1 1', '\x0b1', '[\n"a",\n b]', '[' * 50, '"\x00"', '1' * 30, '-0', '-0.0', '1E400', '[]]'):
    show(lambda: json.loads(text))
    show(lambda: json.loads(text, object_hook=lambda d: ("hook", d)))
show(lambda: json.JSONDecoder(strict=False).decode('"a\nb\t"'))
show(lambda: json.loads('"a\nb"', strict=False))
show(lambda: json.JSONDecoder().raw_decode('é [1, "é"] x', 2))
show(lambda: json.loads(b'\xef\xbb\xbf[1]'))
error = json.JSONDecodeError("msg", "doc\nx", 4)
print(error.args, error.msg, error.doc, error.pos, error.lineno, error.colno, type(error).__module__, type(error).__mro__[1].__name__)
class Fault(json.JSONDecodeError): pass
try:
    raise Fault("bad", "ab", 1)
except ValueError as caught:
    print(repr(caught), caught.colno)
