# OrderedDict: order, moves, unions, what updates it, errors.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from collections import *
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
show(lambda: (o, repr(o), list(o), o["a"], OrderedDict(), OrderedDict(x=1), o == dict(o), o.popitem(), o.popitem(last=False), o))
show(lambda: (OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) != OrderedDict(a=1), OrderedDict(a=1) == 5, list(reversed(OrderedDict(a=1, b=2))), list(reversed(OrderedDict(a=1, b=2).items()))))
def moves():
    x = OrderedDict.fromkeys("abcde")
    x.move_to_end("b"); a = "".join(x)
    x.move_to_end("b", last=False); b = "".join(x)
    return a, b, "".join(x)
show(moves)
show(lambda: OrderedDict(1, 2))
show(lambda: OrderedDict(5))
show(lambda: OrderedDict([1]))
show(lambda: OrderedDict().move_to_end("x"))
show(lambda: OrderedDict(a=1)["b"])
show(lambda: OrderedDict(a=1).pop("b"))
show(lambda: (OrderedDict(a=1).pop("b", 5), OrderedDict(a=1).setdefault("b", 2), OrderedDict(a=1) | {"b": 1}, {"b": 1} | OrderedDict(a=1), type({} | OrderedDict())))
show(lambda: OrderedDict() | 5)
def ior():
    x = OrderedDict(a=1)
    x |= {"b": 2}
    return x
show(ior)
class OD(OrderedDict): pass
show(lambda: (OD(a=1), OD(a=1).copy(), type(OD(a=1).copy()), type(OD(a=1) | {})))
lru = OrderedDict()
for i in range(2000):
    lru[i] = i
    if i % 3: lru.move_to_end(i // 2)if i // 2 in lru else None
    if len(lru) > 20: lru.popitem(last=False)
show(lambda: lru)
