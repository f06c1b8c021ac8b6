# slice objects and their indices method.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

s = slice(1, 5, 2)
show(lambda: (
    s, s.start, s.stop, s.step, slice(3), slice(None), slice(1, 2), s == slice(1, 5, 2), slice(1) < slice(2),
    s.indices(4), s.indices(10),
))
show(lambda: (
    slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(100, -100, -3).indices(7),
    slice(0).indices(0), slice("a", "b"),
))
show(lambda: (
    "abcdef"[s], [1, 2, 3][slice(-1)], (1, 2, 3)[slice(None, None, -1)], hash(slice(1, 2)) == hash(slice(1, 2)),
    {slice(1): 2}[slice(1)],
))
show(lambda: slice())
show(lambda: slice(1, 2, 3, 4))
show(lambda: s.indices())
show(lambda: s.indices(-1))
show(lambda: slice("a").indices(5))
show(lambda: slice(1, 2, 0).indices(5))
show(lambda: s.indices("x"))
show(lambda: setattr(s, "start", 2))
show(lambda: slice(None) < slice(1))
show(lambda: [1, 2, 3]["a":2])
show(lambda: [1, 2, 3][1.5:])
