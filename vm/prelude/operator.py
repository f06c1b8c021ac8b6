# https://docs.python.org/3/library/operator.html
# The functions that are one operation are native.
__all__ = ['abs', 'add', 'and_', 'attrgetter', 'call', 'concat', 'contains', 'countOf', 'delitem', 'eq', 'floordiv', 'ge', 'getitem',
           'gt', 'iadd', 'iand', 'iconcat', 'ifloordiv', 'ilshift', 'imatmul', 'imod', 'imul', 'index', 'indexOf', 'inv', 'invert',
           'ior', 'ipow', 'irshift', 'is_', 'is_none', 'is_not', 'is_not_none', 'isub', 'itemgetter', 'itruediv', 'ixor', 'le',
           'length_hint', 'lshift', 'lt', 'matmul', 'methodcaller', 'mod', 'mul', 'ne', 'neg', 'not_', 'or_', 'pos', 'pow', 'rshift',
           'setitem', 'sub', 'truediv', 'truth', 'xor']

_abs = abs


def abs(a, /):
    return _abs(a)


def not_(a, /):
    return not a


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


def _check_concatenable(a):
    if not hasattr(a, '__getitem__') or isinstance(a, dict):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")


def concat(a, b, /):
    _check_concatenable(a)
    return a + b


def iconcat(a, b, /):
    _check_concatenable(a)
    a += b
    return a


def _items(a):
    try:
        return iter(a)
    except TypeError:
        raise TypeError(f"argument of type '{type(a).__name__}' is not iterable") from None


def countOf(a, b, /):
    count = 0
    for item in _items(a):
        if item is b or item == b:
            count += 1
    return count


def indexOf(a, b, /):
    for i, item in enumerate(_items(a)):
        if item is b or item == b:
            return i
    raise ValueError('sequence.index(x): x not in sequence')


def length_hint(obj, default=0, /):
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    try:
        return len(obj)
    except TypeError:
        pass
    try:
        hint = type(obj).__length_hint__
    except AttributeError:
        return default
    try:
        value = hint(obj)
    except TypeError:
        return default
    if value is NotImplemented:
        return default
    if not isinstance(value, int):
        raise TypeError(f'__length_hint__ must be an integer, not {type(value).__name__}')
    if value < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return value


def _at_least_one(name, args):
    if not args:
        raise TypeError(f'{name} expected 1 argument, got 0')


# ---- Getters. The function that does it is kept beside what it was made of.

def _follow(names):
    def get(obj):
        for name in names:
            obj = getattr(obj, name)
        return obj
    return get


def _attribute_function(name):
    if not isinstance(name, str):
        raise TypeError('attribute name must be a string')
    if '.' in name:
        return _follow(name.split('.'))
    return lambda obj: getattr(obj, name)


class attrgetter:
    def __init__(self, /, *attrs):
        _at_least_one('attrgetter', attrs)
        self._attrs = attrs
        functions = [_attribute_function(name) for name in attrs]
        if len(attrs) == 1:
            self._call = functions[0]
        else:
            self._call = lambda obj: tuple([function(obj) for function in functions])

    def __call__(self, /, *args):
        if len(args) != 1:
            raise TypeError(f'attrgetter expected 1 argument, got {len(args)}')
        return self._call(args[0])

    def __repr__(self):
        return f'operator.{type(self).__qualname__}({", ".join(map(repr, self._attrs))})'

    def __reduce__(self):
        return type(self), self._attrs


class itemgetter:
    def __init__(self, /, *items):
        _at_least_one('itemgetter', items)
        self._items = items
        if len(items) == 1:
            item = items[0]
            self._call = lambda obj: obj[item]
        else:
            self._call = lambda obj: tuple([obj[item] for item in items])

    def __call__(self, /, *args):
        if len(args) != 1:
            raise TypeError(f'itemgetter expected 1 argument, got {len(args)}')
        return self._call(args[0])

    def __repr__(self):
        return f'operator.{type(self).__qualname__}({", ".join(map(repr, self._items))})'

    def __reduce__(self):
        return type(self), self._items


class methodcaller:
    def __init__(self, /, *args, **kwargs):
        if not args:
            raise TypeError('methodcaller needs at least one argument, the method name')
        name, *args = args
        if not isinstance(name, str):
            raise TypeError('method name must be a string')
        self._name = name
        self._args = tuple(args)
        self._kwargs = kwargs

    def __call__(self, /, *args):
        if len(args) != 1:
            raise TypeError(f'methodcaller expected 1 argument, got {len(args)}')
        return getattr(args[0], self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name), *map(repr, self._args), *(f'{key}={value!r}' for key, value in self._kwargs.items())]
        return f'operator.{type(self).__qualname__}({", ".join(parts)})'

    def __reduce__(self):
        if not self._kwargs:
            return type(self), (self._name, *self._args)
        from functools import partial
        return partial(type(self), self._name, **self._kwargs), self._args


__abs__ = abs
__add__ = add
__concat__ = concat
__contains__ = contains
__delitem__ = delitem
__eq__ = eq
__floordiv__ = floordiv
__ge__ = ge
__getitem__ = getitem
__gt__ = gt
__iadd__ = iadd
__iand__ = iand
__iconcat__ = iconcat
__ifloordiv__ = ifloordiv
__ilshift__ = ilshift
__imatmul__ = imatmul
__imod__ = imod
__imul__ = imul
__index__ = index
__inv__ = inv
__invert__ = invert
__ior__ = ior
__ipow__ = ipow
__irshift__ = irshift
__isub__ = isub
__itruediv__ = itruediv
__ixor__ = ixor
__le__ = le
__lshift__ = lshift
__lt__ = lt
__matmul__ = matmul
__mod__ = mod
__mul__ = mul
__ne__ = ne
__neg__ = neg
__pos__ = pos
__pow__ = pow
__rshift__ = rshift
__setitem__ = setitem
__sub__ = sub
__truediv__ = truediv
__xor__ = xor
__and__ = and_
__call__ = call
__not__ = not_
__or__ = or_
