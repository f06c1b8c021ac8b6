# Subclassing JSONEncoder, and raw_decode.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import json
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point): return {"x": o.x, "y": o.y}
        if isinstance(o, set): return sorted(o)
        return super().default(o)
show(lambda: (
    json.dumps([Point(1, 2), {3, 1}], cls=Encoder), Encoder(indent=1).encode([Point(0, 0)]),
    "".join(json.JSONEncoder().iterencode([1, {"a": 2}])), json.JSONEncoder(sort_keys=True).encode({"b": 1, "a": 2}),
))
show(lambda: (
    json.JSONDecoder().decode("[1]"), json.JSONDecoder().raw_decode('{"a": 1} tail'),
    json.JSONDecoder(object_hook=len).decode('{"a": 1}'), json.loads("[1]", cls=json.JSONDecoder),
))
show(lambda: json.dumps([range], cls=Encoder))
show(lambda: json.JSONEncoder().default(5))
show(lambda: json.JSONEncoder(nope=1))
show(lambda: json.JSONDecoder().decode("["))
show(lambda: json.JSONDecoder().raw_decode(""))
show(lambda: json.JSONDecoder().raw_decode(" 1"))
