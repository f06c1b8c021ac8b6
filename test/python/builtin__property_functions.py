# property, classmethod, staticmethod and super as objects.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class C:
    def __init__(self): self._x = 1
    @property
    def x(self):
        """The x."""
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
    @classmethod
    def cm(cls, n=0): return cls.__name__, n
    @staticmethod
    def sm(n): return n * 2
    y = property(lambda self: "y", doc="doc of y")
    z = y.getter(lambda self: "other")
c = C()
c.x = 5
show(lambda: (
    c.x, C.x.__doc__, C.y.__doc__, c.y, c.z, C.cm(), c.cm(3), C.sm(4), c.sm(5), C.x.fget(c), C.x.fset(c, 9), c.x,
    C.__dict__["cm"].__func__(C), C.__dict__["sm"](3), C.x.fdel is not None, C.cm.__self__ is C, C.x.__name__,
))
del c.x
show(lambda: c.x)
show(lambda: setattr(c, "y", 1))
show(lambda: delattr(c, "y"))
show(lambda: property(1, 2, 3, 4, 5))
show(lambda: (C.y.__get__(c), C.x.__set__(c, 3), c.x))
show(lambda: property().__get__(c))
show(lambda: classmethod())
show(lambda: staticmethod())
show(lambda: super())
show(lambda: super(5))
show(lambda: super(int, "a"))
show(lambda: super(C, c).nope)
show(lambda: C.cm(1, 2))
show(lambda: C.x.setter())
show(lambda: C.x.getter(1, 2))
show(lambda: C.x.deleter())
