# Metaclasses: __prepare__, keywords, __new__ and __init__, hooks, super() in bodies, namespaces of all kinds, conflicts.
# recorded: CPython 3.14
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print('prepare', mcs.__name__, name, bases, kwargs)
        return {'prepared': 1}

    def __new__(mcs, name, bases, ns, **kwargs):
        print('new', name, [k for k in ns if not k.startswith('__')], kwargs)
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kwargs):
        print('init', name, kwargs)
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kwargs):
        print('call', cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)


class A(metaclass=Meta, flag=True):
    x = prepared + 1

    def __init__(self, a, b=2):
        self.a = a + b


print(A.prepared, A.x, A(1).a, A(1, b=5).a, type(A) is Meta, isinstance(A, Meta))


class B(A, other=3):
    def who(self):
        return __class__.__name__, super().__init__.__name__


print(B(1).who(), type(B).__name__)


class Hook(type):
    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name, bases, ns, **kw)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)


class Named:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)


class Base(metaclass=Hook):
    field = Named()

    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        print('init_subclass', cls.__name__, kw, cls.ready())

    @classmethod
    def ready(cls):
        return 'base'


class Derived(Base, option='o'):
    other = Named()

    @classmethod
    def ready(cls):
        return __class__.__name__, super().ready()


class Upper(dict):
    def __setitem__(self, key, value):
        print('set', key) if not key.startswith('__') else None
        super().__setitem__(key.upper() if not key.startswith('__') else key, value)

    def __missing__(self, key):
        if key.startswith('magic'):
            return key * 2
        raise KeyError(key)


class UpperMeta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Upper()

    def __new__(mcs, name, bases, ns):
        return super().__new__(mcs, name, bases, dict(ns))


glob = 'global'


class U(metaclass=UpperMeta):
    a = 1
    b = magic_word
    c = len(glob)

    def m(self):
        return self.A, self.B, self.C


print(U().M(), sorted(k for k in U.__dict__ if not k.startswith('__')))


def show(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


def bad_prepare():
    class M(type):
        @classmethod
        def __prepare__(mcs, name, bases):
            return 5

    class X(metaclass=M):
        pass


def missing_name():
    class X(metaclass=UpperMeta):
        y = nowhere


def conflict():
    class M(type):
        pass

    class N(type):
        pass

    class X(metaclass=M):
        pass

    class Y(metaclass=N):
        pass

    class Z(X, Y):
        pass


def no_keywords():
    class X(some=1):
        pass


def not_callable_keywords():
    class M(type):
        pass

    class X(metaclass=M, k=1):
        pass


def derived():
    class M(type):
        pass

    class X(metaclass=M):
        pass

    print(type('Y', (X,), {}), type('Z', (), {'__module__': 'elsewhere'}), type('Y', (), {}).__module__)
    return type(type('Y', (X,), {})).__name__, type(type.__new__(type, 'Z', (X,), {})).__name__


def function_metaclass():
    def make(name, bases, ns, **kw):
        return name, bases, sorted(k for k in ns if not k.startswith('__')), kw

    class X(metaclass=make, z=1):
        q = 1

    return X


for action in (bad_prepare, missing_name, conflict, no_keywords, not_callable_keywords, derived, function_metaclass):
    show(action)
