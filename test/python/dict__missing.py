# A dict subclass's __missing__ answers for absent keys.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class Default(dict):
    def __missing__(self, key):
        if key == "bad":
            raise KeyError("really bad")
        self[key] = value = key * 2
        return value
d = Default(a=1)
show(lambda: (
    d["a"], d["x"], d, d.get("nope"), "q" in d, len(d), type(d).__name__, isinstance(d, dict),
    d == {"a": 1, "x": "xx"},
))
show(lambda: d["bad"])
show(lambda: d.pop("none"))
