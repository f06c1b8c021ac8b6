# ChainMap: views, children, changes, errors.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from collections import *
m = ChainMap({"a": 1}, {"b": 2, "a": 9})
show(lambda: (m, m["a"], m["b"], len(m), list(m), dict(m), m.maps, m.parents, m.new_child({"z": 1}), m.new_child(q=2), m.get("x"), m.get("x", 5), "a" in m, bool(ChainMap()), m == {"a": 1, "b": 2}, m | {"k": 1}, {"k": 1} | m))
show(lambda: m["nope"])
show(lambda: m.pop("b"))
def delete():
    del m["b"]
show(delete)
show(lambda: ChainMap().popitem())
show(lambda: (m.keys(), m.values(), m.items(), list(m.items()), m.keys() & {"a"}, m.copy(), ChainMap.fromkeys("ab", 1)))
m["new"] = 5; m.update(x=1)
show(lambda: (m, m.setdefault("y", 3), m.pop("x"), m.popitem(), m))
show(lambda: hash(m))
