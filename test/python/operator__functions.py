# operator: the functions, their results and errors.
# recorded: CPython 3.14
import operator as op


class V:
    def __init__(self, x):
        self.x = x

    def __add__(self, o):
        return V(self.x + o.x)

    def __iadd__(self, o):
        self.x += 100
        return self

    def __matmul__(self, o):
        return 'matmul'

    def __lt__(self, o):
        return self.x < o.x

    def __bool__(self):
        return self.x > 0

    def __index__(self):
        return self.x

    def __contains__(self, x):
        return x == self.x

    def __repr__(self):
        return f'V({self.x})'


def show(function, *args, **kwargs):
    try:
        print(getattr(function, '__name__', function), args, '->', repr(function(*args, **kwargs)))
    except Exception as e:
        print(getattr(function, '__name__', function), args, type(e).__name__, e)


for f in (op.add, op.sub, op.mul, op.truediv, op.floordiv, op.mod, op.pow, op.lshift, op.rshift, op.and_, op.or_, op.xor, op.eq, op.ne,
          op.lt, op.le, op.gt, op.ge, op.is_, op.is_not, op.iadd, op.isub, op.imul, op.itruediv, op.ifloordiv, op.imod, op.ipow,
          op.ilshift, op.irshift, op.iand, op.ior, op.ixor):
    show(f, 7, 2)
    show(f, 7, 'x')
for f in (op.neg, op.pos, op.invert, op.inv, op.abs, op.not_, op.truth, op.index):
    show(f, 5)
    show(f, -1)
    show(f, 'x')
show(op.add, V(1), V(2))
v = V(1)
print(op.iadd(v, V(2)) is v, v, op.matmul(v, 1), op.lt(V(1), V(2)), op.not_(V(0)), op.truth(V(0)), op.index(V(3)), op.contains(V(3), 3))
l = [1, 2, 3]
show(op.getitem, l, 1)
show(op.getitem, l, 5)
show(op.getitem, l, slice(1))
show(op.setitem, l, 0, 'a')
show(op.delitem, l, 1)
print(l)
show(op.contains, l, 'a')
show(op.contains, 5, 'a')
show(op.concat, [1], [2])
show(op.concat, 'a', 'b')
show(op.concat, 1, 2)
show(op.concat, [1], 'b')
m = l
print(op.iconcat(l, [9]) is m, m)
show(op.iconcat, 1, 2)
show(op.countOf, [1, 2, 1, True, 1.0], 1)
show(op.countOf, 5, 1)
show(op.indexOf, 'hello', 'l')
show(op.indexOf, [1], 2)
show(op.length_hint, [1, 2])
print(op.length_hint(iter([1, 2, 3])))
show(op.length_hint, 5, 7)
show(op.length_hint, 5, 'x')
show(op.call, max, 1, 5)
show(op.add, 1)
show(op.add, 1, 2, 3)
print(op.__add__ is op.add, op.__not__ is op.not_, op.__and__ is op.and_, op.__lt__(1, 2))
