# partial and reduce: arguments, placeholders, attributes, errors.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import functools
from functools import *
show(lambda: sorted(functools.__all__))
show(lambda: reduce(lambda a, b: a + b, [1, 2, 3]))
show(lambda: reduce(lambda a, b: a + b, [], initial=5))
show(lambda: reduce(lambda a, b: a + b, (x for x in "abc"), ">"))
show(lambda: reduce(lambda a, b: a + b, []))
show(lambda: reduce())
show(lambda: reduce(1))
show(lambda: reduce(1, 2, 3, 4))
show(lambda: reduce(1, 2))
show(lambda: reduce(1, [1, 2]))
show(lambda: reduce(max, [3, 9, 2]))
def f(*a, **k): return a, k
p = partial(f, 1, x=2)
show(lambda: (p(), p(3), p(3, x=4, y=5), p.func is f, p.args, p.keywords, partial(p, 2, z=1).args, partial(p, 2, z=1).keywords))
show(lambda: repr(partial(print, 1, "a", sep="-")))
show(lambda: partial())
show(lambda: partial(5))
show(lambda: partial(func=f))
show(lambda: p.nope)
p.attr = 7
show(lambda: (p.attr, p.__dict__))
def set_func(): p.func = 1
show(set_func)
def del_attr():
    del p.attr
    return p.__dict__
show(del_attr)
show(del_attr)
show(lambda: partial(f, Placeholder, 2)(1))
show(lambda: partial(f, Placeholder, 2)())
show(lambda: partial(f, Placeholder))
show(lambda: partial(f, x=Placeholder))
show(lambda: partial(partial(f, Placeholder, 2, Placeholder, 4), 1)(3))
show(lambda: partial(partial(f, Placeholder, 2, Placeholder, 4), 1, 3)(5))
show(lambda: (Placeholder, type(Placeholder).__name__, type(Placeholder)() is Placeholder))
class PM:
    def target(self, *a, **k): return a, k
    one = partialmethod(target, Placeholder, 1, z=3)
    st = partialmethod(staticmethod(f), "s")
    cl = partialmethod(classmethod(lambda cls, *a: (cls.__name__, a)), "c")
    two = partialmethod(one, 2)
show(lambda: (PM().one(7), PM().one(7, 8, y=1), PM().st(1), PM().cl(2), PM.cl(3), PM().two(5)))
show(lambda: PM().one())
rec = partial(f)
rec.self = rec
class Sub(partial): pass
show(lambda: (Sub(f, 1)(2), repr(Sub(len, 1)).replace("__main__.", ""), Sub(f).func is f))
show(lambda: functools.nope)
