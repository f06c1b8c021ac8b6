# singledispatch, singledispatchmethod and wraps.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from functools import *
def f(*a, **k): return a, k
@singledispatch
def sd(x, y=None): return "default", x
@sd.register
def _(x: int, y=None): return "int", x
@sd.register(str)
def _(x, y=None): return "str", x
@sd.register(list | tuple)
def _(x, y=None): return "seq", x
sd.register(float, lambda x: "float")
@sd.register
def _(x: None): return "none"
show(lambda: (sd(1), sd("a"), sd([1]), sd((1,)), sd(1.5), sd(None), sd({}), sd(True), sd.dispatch(int) is sd.registry[int], sd.__name__))
show(lambda: sd())
show(lambda: sd.register(5, lambda x: 1))
show(lambda: len(sd.registry))
def bad_annotation(x: "int", y: 5 = 0): pass
def bad2(x: 5): pass
show(lambda: sd.register(bad2))
class SD:
    @singledispatchmethod
    def m(self, arg): return "default", arg
    @m.register
    def _(self, arg: int): return "int", arg
    @m.register(str)
    def _(self, arg): return "str", arg
    @singledispatchmethod
    @classmethod
    def cm(cls, arg): return cls.__name__, "default"
    @cm.register(int)
    @classmethod
    def _(cls, arg): return cls.__name__, "int"
show(lambda: (SD().m(1), SD().m("a"), SD().m(2.5), SD.m(SD(), 1)))
show(lambda: (SD.cm(1), SD().cm("x")))
show(lambda: SD().m())
show(lambda: singledispatchmethod(5))
def deco(fn):
    @wraps(fn)
    def inner(*a):
        "inner doc"
        return fn(*a)
    return inner
@deco
def decorated(x):
    "the doc"
    return x
show(lambda: (decorated.__name__, decorated.__doc__, decorated.__wrapped__(3), decorated.__qualname__, decorated(4)))
show(lambda: wraps())
show(lambda: update_wrapper(5, f))
show(lambda: (WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES))
