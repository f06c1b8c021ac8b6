# ChainMap looks through several mappings, writes to the first.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from collections import ChainMap
a, b = {"x": 1}, {"x": 2, "y": 3}
c = ChainMap(a, b)
show(lambda: (
    c, c["x"], c["y"], c.get("zz", 0), len(c), sorted(c), "y" in c, c.maps, c.parents, c.new_child({"z": 0}),
    ChainMap(), dict(c) == {"x": 1, "y": 3},
))
c["y"] = "new"; c["w"] = 5
show(lambda: (
    a, b, c.pop("w"), list(c.items()) == [("x", 1), ("y", "new")], c == {"x": 1, "y": "new"}, (c | {"q": 1}).maps[0],
    c.new_child(k=1)["k"], bool(ChainMap({}, {})),
))
show(lambda: c["nope"])
show(lambda: c.pop("nope"))
show(lambda: c.__delitem__("nope"))
show(lambda: ChainMap({}, {"k": 1}).pop("k"))
show(lambda: ChainMap(5)["x"])
