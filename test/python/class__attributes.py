# Class and instance attributes, and how they hide each other.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class A:
    x = 1
    items = []
    def __init__(self, y): self.y = y
    def m(self): return self.x, self.y
a, b = A(1), A(2)
a.x = "instance"
show(lambda: (a.m(), b.m(), A.x, a.__dict__, b.__dict__, A.__dict__["x"], a.__class__ is A))
A.x = 5; a.items.append(1)
show(lambda: (b.x, a.x, b.items, A.items is a.items))
del a.x
show(lambda: (a.x, hasattr(a, "x"), vars(b)))
A.late = lambda self: ("late", self.y)
b.own = lambda: "own"
show(lambda: (a.late(), b.own(), A.__name__, A.__module__, type(a).__name__, A.__doc__))
show(lambda: a.nope)
show(lambda: A.nope)
def f(): del a.x
show(lambda: f())
show(lambda: A())
show(lambda: A(1, 2))
show(lambda: A.m())
show(lambda: a.m(1))
show(lambda: a())
show(lambda: A.late.nope)
show(lambda: a.y.z)
