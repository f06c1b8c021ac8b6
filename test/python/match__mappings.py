# Mapping patterns: keys, the rest, what is a mapping, missing keys, duplicates.
# recorded: CPython 3.14
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict


class Keys:
    NAME = 'name'
    OTHER = 'name'


def f(x):
    match x:
        case {'type': 'circle', 'radius': r}:
            return 'circle', r
        case {'type': 'rect', 'size': [w, h], **rest}:
            return 'rect', w, h, rest
        case {Keys.NAME: str(name), 'tags': [*tags]}:
            return 'named', name, tags
        case {-1: minus, 2.5: half, b'k': key}:
            return minus, half, key
        case {'only': _, **none} if not none:
            return 'only'
        case {}:
            return 'mapping'
        case _:
            return 'not a mapping'


for x in ({'type': 'circle', 'radius': 3, 'more': 1}, {'type': 'rect', 'size': (1, 2), 'a': 1, 'b': 2}, {'type': 'rect', 'size': [1, 2]},
          {'name': 'n', 'tags': []}, {'name': 1, 'tags': []}, {-1: 1, 2.5: 2, b'k': 3}, {'only': 1}, {'only': 1, 'x': 2}, {}, [],
          [('a', 1)], OrderedDict(type='circle', radius=1), Counter(type=1), 'text', 5):
    print(x, f(x))

d = defaultdict(list)
match d:
    case {'missing': value}:
        print('found', value)
    case _:
        print('missing', dict(d))
match UserDict(a=1):
    case {'a': n}:
        print('user dict', n)
match ChainMap({'a': 1}, {'b': 2}):
    case {'b': n, **rest}:
        print('chain', n, rest)


class Lookup(dict):
    def get(self, key, default=None):
        print('get', key)
        return super().get(key, default)

    def __len__(self):
        print('len')
        return super().__len__()


match Lookup(a=1, b=2):
    case {'a': 1, 'b': 3}:
        print('no')
    case {'a': x, 'b': y}:
        print(x, y)

try:
    match {'name': 1}:
        case {Keys.NAME: a, Keys.OTHER: b}:
            pass
except ValueError as error:
    print(error)
try:
    match {'name': 1, 'b': 2}:
        case {Keys.NAME: a, Keys.OTHER: b}:
            pass
except ValueError as error:
    print(error)
match {'k': {'deep': [1, {'x': 2}]}}:
    case {'k': {'deep': [_, {'x': x}]}}:
        print('deep', x)
match {1: 'one', True: 'true'}:
    case {1: v}:
        print(v)
