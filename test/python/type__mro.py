# Class objects: mro, bases, names, instances.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class A: pass
class B(A): x = 1
class C(A): x = 2
class D(B, C): pass
show(lambda: (
    D.mro() == list(D.__mro__), [c.__name__ for c in D.__mro__], D.x, D.__bases__, D.__name__, D.__qualname__,
    D.__module__, A.__subclasses__() == [B, C], D.__base__, D, type(D), type("New", (B,), {"y": 5}).y,
))
show(lambda: D.mro(1))
show(lambda: type.mro())
show(lambda: type("E", (A, B), {}))
show(lambda: type("E", (B, B), {}))
show(lambda: D.nope)
show(lambda: D(1))
show(lambda: D().nope)
