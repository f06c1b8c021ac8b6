# operator: itemgetter, attrgetter, methodcaller.
# recorded: CPython 3.14
from operator import attrgetter, itemgetter, methodcaller


class P:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def method(self, *args, **kw):
        return self.name, args, kw


def show(action):
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, e)


p = P(name='n', inner=P(deep=P(x=5)), y=2)
show(lambda: itemgetter(1)([4, 5]))
show(lambda: itemgetter(-1, 0, 'a')({-1: 1, 0: 2, 'a': 3}))
show(lambda: itemgetter(slice(2))('abc'))
show(lambda: itemgetter(5)([1]))
show(lambda: itemgetter('k')({}))
show(lambda: itemgetter())
show(lambda: itemgetter(1)())
show(lambda: attrgetter('name')(p))
show(lambda: attrgetter('inner.deep.x')(p))
show(lambda: attrgetter('name', 'inner.deep.x', 'y')(p))
show(lambda: attrgetter('missing')(p))
show(lambda: attrgetter('inner.missing')(p).z)
show(lambda: attrgetter(5))
show(lambda: attrgetter())
show(lambda: methodcaller('method', 1, 2, k=3)(p))
show(lambda: methodcaller('upper')('abc'))
show(lambda: methodcaller('split', ',', maxsplit=1)('a,b,c'))
show(lambda: methodcaller('nope')('abc'))
show(lambda: methodcaller(5))
show(lambda: methodcaller())
print(itemgetter(1), itemgetter(1, 'a'), attrgetter('a.b', 'c'), methodcaller('m', 1, k='v'))
rows = [('b', 2), ('a', 2), ('c', 1)]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(1, 0)), max(rows, key=itemgetter(0)))
people = [P(name='z', age=1), P(name='a', age=2)]
print([x.name for x in sorted(people, key=attrgetter('name'))], list(map(methodcaller('method'), people)))
