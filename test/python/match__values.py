# Value, singleton and alternative patterns, captures, guards, and what is bound when.
# recorded: CPython 3.14
import math


class Color:
    RED = 1
    GREEN = 'g'

    class Inner:
        DEEP = (1, 2)


def f(x):
    match x:
        case 0 | 1.5 | 'text' | b'bytes':
            return 'literal'
        case -1 | -2.5:
            return 'negative'
        case None:
            return 'None'
        case True:
            return 'True'
        case False:
            return 'False'
        case Color.RED:
            return 'red'
        case Color.GREEN | Color.Inner.DEEP:
            return 'dotted'
        case math.pi:
            return 'pi'
        case 'con' 'catenated':
            return 'joined'
        case int() | float() as number if number > 100:
            return 'large', number
        case (1 | 2 | 3) as small, _:
            return 'pair', small
        case other:
            return 'other', other


for x in (0, 0.0, 1.5, 'text', b'bytes', -1, -1.0, -2.5, None, True, 1, False, 'g', (1, 2), math.pi, 'concatenated', 101, 250.5,
          7, [2, 9], [4, 9], float('nan')):
    print(x, f(x))


def guards(x):
    log = []
    match x:
        case y if log.append(('first', y)):
            pass
        case [y, z] if log.append(('second', y, z)) or y > z:
            log.append('descending')
        case [y, z]:
            log.append('pair')
        case y:
            log.append('rest')
    return log, y


print(guards([2, 1]), guards([1, 2]), guards(5))


def unbound(x):
    match x:
        case [a, 1]:
            pass
        case [b, 2]:
            pass
    try:
        return a
    except UnboundLocalError as error:
        return str(error)


print(unbound([5, 1]), unbound([5, 2]), unbound([5, 3]))


class Eq:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print('eq', self.name, other)
        return other == self.name


match Eq('q'):
    case 'p':
        print('p')
    case 'q':
        print('q')

match, case, _ = 1, 2, 3
print(match, case, _)
match match:
    case case:
        print(case)
match (1, 2), 3:
    case (a, b), c:
        print(a, b, c)
match [1, 2]:
    case a, *b:
        print(a, b)
x = 5
match x:
    case _ if x > 3:
        print('wild guard')


def loops():
    out = []
    for item in [1, 'a', None, [1]]:
        match item:
            case int():
                continue
            case None:
                break
            case str():
                out.append(item)
    return out


print(loops())


def returns(x):
    for y in x:
        match y:
            case [n]:
                return n
    else:
        return 'none'


print(returns([1, [2]]), returns([1]))


def generator():
    match (yield 1):
        case [a]:
            yield a
        case other:
            yield 'other', other


g = generator()
next(g)
print(g.send([8]))
try:
    match 1 / 0:
        case _:
            pass
except ZeroDivisionError as error:
    print(error)
