# locals, globals, vars, dir and __import__.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except BaseException as error:
        print(type(error).__name__, error, sep=": ")

print(locals() is globals(), globals()["__name__"], vars() is globals(), "show" in dir())
globals()["made"] = 5
print(made)
def f(a, /, b, *args, c=3, **kwargs):
    x = a + b
    if a > 5: y = 1
    return locals()
print(f(1, 2), f(6, 2, 7, c=8, d=9))
def outer(p):
    q = p + 1
    def inner(r):
        print(sorted(locals().items()))
        return p + q + r
    print(sorted(k for k in locals()))
    return inner(5)
print(outer(1))
def snapshot():
    x = 1
    first = locals()
    x = 2
    second = locals()
    return first["x"], second["x"], first is second
print(snapshot())
def deleted():
    x = 1
    del x
    return locals()
print(deleted())
class C:
    x = 1
    names = sorted(k for k in locals() if not k.startswith("__"))
    def method(self): return locals()
print(C.names, list(C().method()))
def g():
    z = 3
    yield locals()
    w = 4
    yield sorted(locals())
print(list(g()))
print((lambda n: locals())(1), [sorted(k for k in locals()) for loop in (lambda t: locals())(1)][:1] != [])
def dirs(b, a): return dir(), vars()
print(dirs(1, 2))
class D:
    def __init__(self): self.one = 1
    def __dir__(self): return ["z", "a", "m"]
print(dir(D()), vars(D()))
class E:
    def __dir__(self): return 5
show(lambda: dir(E()))
class F:
    @property
    def __dict__(self): raise AttributeError("hidden")
show(lambda: vars(F()))
show(lambda: __import__("math").floor(1.5))
show(lambda: __import__("no_such_module"))
show(lambda: __import__(5))
show(lambda: __import__("math", level=1))
show(lambda: (list(map(lambda x: sorted(locals()), [1])), callable(globals), globals.__name__))
