# Attributes by name.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class C:
    a = 1
    def __init__(self): self.b = 2
    def m(self): return "m"
c = C()
show(lambda: (
    getattr(c, "a"), getattr(c, "b"), getattr(c, "zz", "default"), getattr(c, "m")(), getattr("abc", "upper")(),
    hasattr(c, "b"), hasattr(c, "zz"), setattr(c, "new", 5), c.new, delattr(c, "new"), hasattr(c, "new"), vars(c),
    setattr(c, "odd name", 1), vars(c),
))
show(lambda: (
    [n for n in dir(c) if not n.startswith("_")], "__init__" in dir(c), dir(c) == sorted(dir(c)), "append" in dir([]),
    "C" in dir(), "a" in vars(C), [n for n in dir(5) if n.startswith("bit")],
))
show(lambda: getattr(c, "zz"))
show(lambda: getattr(c, 5))
show(lambda: getattr(c))
show(lambda: setattr(c, "x"))
show(lambda: setattr(5, "x", 1))
show(lambda: setattr(c, 5, 1))
show(lambda: hasattr(c, 5))
show(lambda: hasattr(c))
show(lambda: delattr(c, "nope"))
show(lambda: delattr(c, "a"))
show(lambda: delattr(c))
show(lambda: vars(5))
show(lambda: vars(1, 2))
show(lambda: dir(1, 2))
show(lambda: c.zz)
show(lambda: C.zz)
show(lambda: "abc".nope)
show(lambda: (5).nope)
show(lambda: None.nope)
show(lambda: [].add)
show(lambda: c.m.nope)
