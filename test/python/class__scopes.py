# Class bodies are scopes of their own; methods do not see them.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

x = "global"
class A:
    x = "class"
    y = x + "!"
    def m(self): return x
    inner = [x for _ in range(1)]
    for i in range(3): pass
    if i == 2: z = "conditional"
    def __init__(self): self.w = A.y
show(lambda: (A().m(), A.y, A.inner, A.i, A.z, A().w))
class Outer:
    class Inner:
        def where(self): return type(self).__qualname__
    def make(self):
        class Local: pass
        return Local.__qualname__, Local.__name__
show(lambda: (Outer.Inner().where(), Outer().make(), Outer.Inner.__module__))
def factory(n):
    class C:
        value = n
        def get(self): return n, __class__.__name__
    return C
show(lambda: (factory(1)().get(), factory(2).value, factory(1) is factory(1)))
class B:
    try:
        undefined_thing
    except NameError as e: msg = str(e)
show(lambda: B.msg)
