# Faults of texts with their places; what can be read at all.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import json
from json import JSONDecodeError, JSONEncoder, JSONDecoder
import json.decoder, json.encoder
from json.decoder import JSONDecodeError as JDE
show(lambda: (JDE is JSONDecodeError, json.decoder.JSONDecoder is JSONDecoder, json.encoder.JSONEncoder is JSONEncoder, JSONDecoder.__module__, JSONEncoder.__module__, JSONDecodeError.__module__, json.dumps.__module__, json.__all__))
def err(text, **kw):
    try:
        return json.loads(text, **kw)
    except JSONDecodeError as e:
        return (e.msg, e.doc, e.pos, e.lineno, e.colno, str(e), e.args)
for t in ["", " ", "{", "[", "[1,", "[1 2]", '{"a"}', '{"a":}', '{"a":1,}', "[1,]", "{1:2}", "nul", "tru", '"abc', '"\\x"', '"\\u12"', "01", "1.", "-", "1 2", "\n\n  x", '{"a":1 "b"', "'a'", "[1,\n2,\n x]", "NaN1", "[NaN, Infinity, -Infinity]", '"\t"', "\ufeff[]", "[]]", "{}x"]:
    show(lambda: err(t))
show(lambda: err(b"[1"))
show(lambda: json.loads(b'"\xff"'))
show(lambda: json.loads(5))
show(lambda: json.loads(None))
show(lambda: json.loads([]))
show(lambda: json.loads())
show(lambda: json.loads("1", 2))
show(lambda: json.loads("1", nope=2))
show(lambda: [json.loads(b) for b in ('"é"'.encode("utf-16"), '"é"'.encode("utf-8-sig"), '[1]'.encode("utf-16-le"))])
