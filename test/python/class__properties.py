# Properties compute, check and refuse.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class Circle:
    def __init__(self, r): self.r = r
    @property
    def area(self): return round(3.14159 * self.r ** 2, 2)
    @property
    def radius(self): return self.r
    @radius.setter
    def radius(self, value):
        if value < 0: raise ValueError("negative radius")
        self.r = value
    @radius.deleter
    def radius(self): print("deleted"); self.r = None
c = Circle(2)
c.radius = 3
show(lambda: (c.area, c.radius, c.__dict__, Circle.area.fget.__name__, Circle.__dict__["radius"].fset is not None))
show(lambda: setattr(c, "radius", -1))
show(lambda: setattr(c, "area", 5))
show(lambda: delattr(c, "area"))
del c.radius
show(lambda: c.r)
show(lambda: c.area)
class Sub(Circle):
    @property
    def radius(self): return "sub " + str(super().radius)
    @Circle.area.getter
    def area(self): return "sub area"
show(lambda: (Sub(7).radius, Sub(7).area))
show(lambda: setattr(Sub(7), "radius", 1))
class Failing:
    @property
    def p(self): return self.missing
    @property
    def q(self): raise KeyError("q")
show(lambda: Failing().p)
show(lambda: Failing().q)
show(lambda: (hasattr(Failing(), "p"), getattr(Failing(), "p", "default")))
