# Class patterns: positional and keyword sub-patterns, __match_args__, builtin classes, properties, errors.
# recorded: CPython 3.14
class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3(Point):
    __match_args__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Lazy:
    __match_args__ = ('value',)

    @property
    def value(self):
        print('computed')
        return 42

    def __getattr__(self, name):
        if name == 'dynamic':
            return 'made up'
        raise AttributeError(name)


def f(shape):
    match shape:
        case Point3(0, 0, 0):
            return 'origin 3'
        case Point3(x, y, z=5):
            return 'five', x, y
        case Point(0, 0):
            return 'origin'
        case Point(x=0, y=n) | Point(n, 0):
            return 'axis', n
        case Point(x, y) if x == y:
            return 'diagonal', x
        case Point():
            return 'point'
        case Lazy(42, dynamic=d):
            return 'lazy', d
        case Lazy(missing=_):
            return 'never'
        case bool(b):
            return 'bool', b
        case int(n) | float(n):
            return 'number', n
        case str(s):
            return 'str', s
        case [int(), str() as s]:
            return 'pair', s
        case list([x]):
            return 'one', x
        case dict(d):
            return 'dict', d
        case tuple(real=r):
            return 'never', r
        case complex_like if hasattr(complex_like, 'imag'):
            return 'imag'


for x in (Point(0, 0), Point(0, 5), Point(5, 0), Point(3, 3), Point(1, 2), Point3(0, 0, 0), Point3(1, 2, 5), Point3(1, 1, 1),
          Lazy(), True, 3, 2.5, 's', [1, 'a'], [7], {1: 2}, (1,), b''):
    print(type(x).__name__, f(x))


def errors(action):
    try:
        return action()
    except TypeError as error:
        return str(error)


def too_many():
    match Point(1, 2):
        case Point(a, b, c):
            pass


def too_many_int():
    match 1:
        case int(a, b):
            pass


def none_allowed():
    class A:
        pass
    match A():
        case A(x):
            pass


def twice():
    match Point(1, 2):
        case Point(a, x=b):
            pass


def bad_args():
    class A:
        __match_args__ = ['x']
    match A():
        case A(x):
            pass


def bad_name():
    class A:
        __match_args__ = (1,)
    match A():
        case A(x):
            pass


def not_a_class():
    thing = 5
    match 5:
        case thing():
            pass


for action in (too_many, too_many_int, none_allowed, twice, bad_args, bad_name, not_a_class):
    print(action.__name__, errors(action))


class Meta(type):
    def __instancecheck__(cls, instance):
        print('asked')
        return instance == 7


class Seven(metaclass=Meta):
    pass


match 7:
    case Seven():
        print('seven')
match 8:
    case Seven():
        print('seven')
    case _:
        print('other')


class Slow(Exception):
    __match_args__ = ('code', 'reason')

    def __init__(self, code, reason):
        super().__init__(code)
        self.code = code
        self.reason = reason


try:
    raise Slow(3, 'why')
except Exception as error:
    match error:
        case Slow(code, reason='why'):
            print('slow', code)
