# get, setdefault, pop and popitem.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

d = {"a": 1, "b": None}
show(lambda: (
    d.get("a"), d.get("x"), d.get("x", 5), d.get("b", 5), d.setdefault("a", 9), d.setdefault("c", 3),
    d.setdefault("n"), d,
))
show(lambda: (d.pop("a"), d.pop("zz", "default"), d.pop("zz", None), d.popitem(), d.popitem(), d))
show(lambda: d.pop("zz"))
show(lambda: d.pop(1.5))
show(lambda: d.pop([]))
show(lambda: {}.popitem())
show(lambda: d.get())
show(lambda: d.get([]))
show(lambda: d.get("a", 1, 2))
show(lambda: d.setdefault())
show(lambda: d.setdefault([], 1))
show(lambda: d.popitem(1))
show(lambda: d.pop("b", default=1))
