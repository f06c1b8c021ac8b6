# json.dumps with every option.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import json
show(lambda: (
    json.dumps({"a": [1, 2.5, True, False, None, "é\n\"\\"], "b": {}, "c": []}), json.dumps("日本 😀"),
    json.dumps("日本 😀", ensure_ascii=False), json.dumps((1, 2)), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}),
    json.dumps("\x00\x1f\x7f/"),
))
show(lambda: (
    json.dumps({"b": 1, "a": [1, {"z": 2, "y": []}]}, sort_keys=True, indent=2), json.dumps([1, 2], indent=0),
    json.dumps([1], indent="--"), json.dumps([], indent=2), json.dumps({}, indent=2),
))
show(lambda: (
    json.dumps([1, {"a": 2}], separators=(",", ":")), json.dumps({"a": 1}, separators=(";", "=")),
    json.dumps([1, [2]], indent=1, separators=(",", ": ")),
))
show(lambda: (
    json.dumps([float("nan"), float("inf"), -0.0, 1e100, 1e-7, 0.1]), json.dumps(10**30),
    json.dumps({"x": object}, default=lambda o: o.__name__), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True),
    json.dumps(5), json.dumps(None), json.dumps([[]] * 2),
))
class S(str): pass
class I(int): pass
class D(dict): pass
show(lambda: json.dumps([S("s"), I(5), D(a=1), {S("k"): I(1)}]))
show(lambda: json.dumps({1, 2}))
show(lambda: json.dumps(object))
show(lambda: json.dumps({"k": b"x"}))
show(lambda: json.dumps({(1, 2): 3}))
show(lambda: json.dumps([float("nan")], allow_nan=False))
show(lambda: json.dumps({"b": 1, 2: 3}, sort_keys=True))
show(lambda: json.dumps({"a": {"b": [1, {2}]}}))
show(lambda: json.dumps())
show(lambda: json.dumps(1, nope=2))
a = []
a.append(a)
show(lambda: json.dumps(a))
