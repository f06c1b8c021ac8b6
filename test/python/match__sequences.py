# Sequence patterns: lengths, stars, wildcards, what is a sequence and what is not.
# recorded: CPython 3.14
from collections import deque, OrderedDict, namedtuple

Point = namedtuple('Point', 'x y')


def f(x):
    match x:
        case []:
            return 'empty'
        case [1]:
            return 'one'
        case (1, 2):
            return 'one two'
        case [1, 2, *rest] if len(rest) > 3:
            return 'long', rest
        case ['go', direction]:
            return 'go', direction
        case ['a', *_, 'z']:
            return 'a to z'
        case [first, *middle, last] if first == last:
            return 'framed', middle
        case [*start, 0]:
            return 'ends in 0', start
        case [[a, b], [c, d]]:
            return 'square', a, b, c, d
        case [_, _, third, *_]:
            return 'third', third
        case [*_]:
            return 'any'
    return 'none'


for x in ([], (), [1], [1, 2], (1, 2), [1, 2, 3, 4, 5, 6], ['go', 'north'], ['a', 'b', 'z'], 'az', ['a', 'z'], [5, 6, 5], [5, 5],
          [3, 2, 0], [[1, 2], [3, 4]], [(1, 2), 'xy'], [9, 8, 7], range(1, 3), range(4), deque([1, 2]), Point(1, 2), b'az',
          bytearray(b'az') if False else None, {1, 2}, {'a': 1}, iter([1]), 7, OrderedDict(a=1)):
    print(repr(x) if not hasattr(x, '__next__') else 'iterator', f(x))


class MyList(list):
    pass


class Counting:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return i


print(f(MyList([1, 2])), f(Counting()))


def nested(x):
    match x:
        case [[[a]]]:
            return a
        case [[a, [b, *c]], *d]:
            return a, b, c, d
        case [a, b] | [a, b, _]:
            return a, b


for x in ([[[1]]], [[1, [2, 3, 4]], 5], [1, 2], [1, 2, 3], [1]):
    print(nested(x))


class Loud(list):
    def __len__(self):
        print('len')
        return list.__len__(self)

    def __getitem__(self, i):
        print('item', i)
        return list.__getitem__(self, i)

    def __iter__(self):
        print('iter')
        return list.__iter__(self)


match Loud([1, 2, 3]):
    case [a]:
        print('no')
    case [x, *_, y]:
        print(x, y)
match Loud([1, 2, 3]):
    case [x, *y]:
        print(x, y)
