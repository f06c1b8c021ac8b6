# partial, partialmethod and Placeholder.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from functools import partial, partialmethod, Placeholder
def f(*args, **kwargs): return args, kwargs
p = partial(f, 1, 2, k=3)
show(lambda: (
    p(), p(4, k=5, z=6), p.args, p.keywords, p.func is f, partial(p, 9)(), partial(int, base=2)("101"),
    list(map(partial(pow, 2), range(4))),
))
show(lambda: (partial(f, Placeholder, "second")("first"), partial(f, Placeholder, 2)(1, 3), Placeholder))
class C:
    def set(self, key, value): return self.__class__.__name__, key, value
    on = partialmethod(set, "state", True)
    key = partialmethod(set, value="v")
show(lambda: (C().on(), C().key("k"), partial(C.set, C())(1, 2)))
def many(a, b, c): return a, b, c
show(lambda: (
    partial(many, 1)(2, 3), partial(many, c=1)(2, 3),
    sorted(["b", "a"], key=partial(str.lower)),
))
show(lambda: partial())
show(lambda: partial(5))
show(lambda: p.nope)
show(lambda: partial(many, 1)(2))
show(lambda: partial(f, Placeholder))
show(lambda: partial(f, Placeholder, 2)())
show(lambda: partialmethod(5))
show(lambda: partialmethod())
