# Data and non-data descriptors, __set_name__ and lookup order.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f"{self.name} must be {self.kind.__name__}")
        obj.__dict__[self.name] = value
    def __delete__(self, obj): del obj.__dict__[self.name]
class Lazy:
    def __init__(self, f): self.f = f
    def __get__(self, obj, owner): return self if obj is None else obj.__dict__.setdefault(self.f.__name__, self.f(obj))
class P:
    name = Typed(str)
    age = Typed(int)
    @Lazy
    def slow(self): print("computed"); return 42
p = P()
p.name = "x"
show(lambda: (p.name, p.age, P.name is P.__dict__["name"], p.slow, p.slow, p.__dict__))
show(lambda: setattr(p, "age", "old"))
del p.name
show(lambda: p.name)
show(lambda: delattr(p, "name"))
p.__dict__["age"] = "hidden by data descriptor"
show(lambda: (p.age, type(P.slow).__name__))
class ReadOnly:
    def __get__(self, o, t): return "ro"
    def __set__(self, o, v): raise AttributeError("read only")
class Q: r = ReadOnly()
show(lambda: setattr(Q(), "r", 1))
show(lambda: (Q().r, Q.r))
