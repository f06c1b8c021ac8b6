# json.dump writes to anything with write, json.load reads from anything with read.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import json, sys
class Out:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
class In:
    def __init__(self, s): self.s = s
    def read(self): return self.s
out = Out()
show(lambda: (json.dump({"a": [1, 2]}, out), "".join(out.parts), json.load(In('{"k": [1]}')), json.load(In(b"[1]"))))
json.dump([1, {"x": None}], sys.stdout, indent=1); print()
show(lambda: json.dump({1}, out))
show(lambda: json.dump(1))
show(lambda: json.dump(1, 5))
show(lambda: json.load(5))
show(lambda: json.load(In("nope")))
