# The C3 order of a diamond, and super() along it.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class Base:
    def go(self): return ["Base"]
class Left(Base):
    def go(self): return ["Left"] + super().go()
class Right(Base):
    def go(self): return ["Right"] + super().go()
class Bottom(Left, Right):
    def go(self): return ["Bottom"] + super().go()
show(lambda: (
    Bottom().go(), [c.__name__ for c in Bottom.__mro__], super(Left, Bottom()).go(), super(Right, Bottom()).go(),
))
class X: pass
class Y: pass
class XY(X, Y): pass
class YX(Y, X): pass
show(lambda: type("Z", (XY, YX), {}))
show(lambda: type("Z", (X, XY), {}))
show(lambda: type("Z", (X, X), {}))
class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(O): pass
class E(O): pass
class K1(A, B, C): pass
class K2(D, B, E): pass
class K3(D, A): pass
class Z(K1, K2, K3): pass
show(lambda: [c.__name__ for c in Z.__mro__])
