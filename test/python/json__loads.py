# json.loads of every kind of value, and the errors with positions.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import json
show(lambda: (
    json.loads('{"a": [1, 2.5, -3e2, true, false, null, "x\\u00e9\\n"], "b": {}}'), json.loads("[]"),
    json.loads(' "s" '), json.loads("1"), json.loads("-0.0"), json.loads("1E5"), json.loads(b'{"k": 1}'),
    json.loads('"\\ud83d\\ude00"'),
))
show(lambda: (
    json.loads("NaN"), json.loads("[Infinity, -Infinity]"), json.loads("12345678901234567890"),
    json.loads('{"a":1,"a":2}'), json.loads('"\\/\\b\\f\\t\\""'), json.loads("[1,\n 2]"), json.loads('"日本"'),
))
show(lambda: (
    json.loads('[1.5]', parse_float=str), json.loads("[1]", parse_int=float),
    json.loads('{"a": 1}', object_pairs_hook=list), json.loads('{"a": 1}', object_hook=lambda d: sorted(d)),
    json.loads("[NaN]", parse_constant=lambda s: s),
))
show(lambda: json.loads(""))
show(lambda: json.loads("{"))
show(lambda: json.loads("[1,]"))
show(lambda: json.loads('{"a":1,}'))
show(lambda: json.loads('{"a" 1}'))
show(lambda: json.loads("{'a': 1}"))
show(lambda: json.loads("[1 2]"))
show(lambda: json.loads('"abc'))
show(lambda: json.loads('"a\nb"'))
show(lambda: json.loads('"\\x"'))
show(lambda: json.loads('"\\u12"'))
show(lambda: json.loads("nul"))
show(lambda: json.loads("01"))
show(lambda: json.loads("1."))
show(lambda: json.loads("[1] x"))
show(lambda: json.loads("{1: 2}"))
show(lambda: json.loads("[1,\n\n  oops]"))
show(lambda: json.loads(5))
show(lambda: json.loads(None))
show(lambda: json.loads("[", nope=1))
try:
    json.loads('{"a": \n !}')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, repr(e.doc), isinstance(e, ValueError), e)
show(lambda: json.JSONDecodeError("msg", "doc\nx", 4))
show(lambda: json.JSONDecodeError("msg"))
