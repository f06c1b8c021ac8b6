# OrderedDict compares with order and can move keys.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from collections import OrderedDict
d = OrderedDict(a=1, b=2, c=3)
show(lambda: (
    d, d.move_to_end("a"), d, d.move_to_end("c", last=False), list(d), d.popitem(), d.popitem(last=False), d,
    OrderedDict(), OrderedDict([("x", 1)]),
))
show(lambda: (
    OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1},
    list(reversed(OrderedDict(a=1, b=2))), OrderedDict.fromkeys("ab", 0), OrderedDict(a=1) | {"b": 2}, d.copy(),
    isinstance(d, dict),
))
show(lambda: d.move_to_end("zz"))
show(lambda: OrderedDict().popitem())
show(lambda: OrderedDict(5))
show(lambda: OrderedDict([1]))
show(lambda: d["zz"])
show(lambda: d.pop("zz"))
