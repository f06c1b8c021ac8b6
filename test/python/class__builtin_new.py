# `__new__` of builtin types makes their values, also for subclasses.
# recorded: CPython 3.14
def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)
t(lambda: int.__new__(int, 5))
t(lambda: int.__new__(int, '5', base=8))
t(lambda: int.__new__(bool, 5))
t(lambda: int.__new__(str))
t(lambda: int.__new__())
t(lambda: int.__new__(5))
t(lambda: bool.__new__(bool, 5))
t(lambda: str.__new__(str, b'x', 'ascii'))
t(lambda: float.__new__(float, '1.5'))
t(lambda: list.__new__(list, 'abc'))
t(lambda: tuple.__new__(tuple, 'abc'))
t(lambda: dict.__new__(dict, a=1))
t(lambda: set.__new__(set, 'a'))
t(lambda: frozenset.__new__(frozenset, 'a'))
t(lambda: object.__new__(int))
t(lambda: bytes.__new__(bytes, 3))
class I(int):
    def __new__(cls, x, y): return super().__new__(cls, x + y)
t(lambda: (I(1, 2), type(I(1,2))))
class L(list): pass
class T(tuple):
    def __new__(cls, *a): return tuple.__new__(cls, a)
t(lambda: (T(1, 2), type(T(1,2))))
t(lambda: int.__new__(I, 7))
t(lambda: I.__new__(I, 7, 1))
class S(str):
    def __new__(cls, s): 
        self = str.__new__(cls, s.upper()); self.raw = s; return self
t(lambda: (S('ab'), S('ab').raw))
class D(dict):
    def __new__(cls, *a, **k): return dict.__new__(cls, *a, **k)
t(lambda: D(a=1))
class M(type):
    def __new__(mcs, n, b, d): return type.__new__(mcs, n, b, d)
class C(metaclass=M): pass
t(lambda: type(C))
t(lambda: repr(int.__new__)[:40])
t(lambda: int.__new__.__self__)
t(lambda: range.__new__(range, 3))
t(lambda: slice.__new__(slice, 3))
t(lambda: type(None).__new__(type(None)))
t(lambda: super(I, I).__new__.__self__)
t(lambda: ValueError('a') == ValueError('a'))
t(lambda: OSError.__doc__)
t(lambda: '__new__' in dir(int))
