# https://docs.python.org/3/library/functools.html
# partial, reduce, cmp_to_key, Placeholder and the wrapper of lru_cache are native.
__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key',
           'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property',
           'Placeholder']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotate__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)
_missing = object()
# What subscripts of a class give: `cached_property[int]`.
_generic_alias = classmethod(type(list[int]))


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            pass
        else:
            setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# ---- total_ordering: each comparison that is missing follows from one that the class has, and from ==.

def _ordering(name, root, combine):
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        return combine(self, other, result)
    method.__name__ = name
    return method


_derived = {
    '__lt__': [('__gt__', lambda self, other, less: not less and self != other),
               ('__le__', lambda self, other, less: less or self == other),
               ('__ge__', lambda self, other, less: not less)],
    '__le__': [('__ge__', lambda self, other, most: not most or self == other),
               ('__lt__', lambda self, other, most: most and self != other),
               ('__gt__', lambda self, other, most: not most)],
    '__gt__': [('__lt__', lambda self, other, more: not (more or self == other)),
               ('__ge__', lambda self, other, more: more or self == other),
               ('__le__', lambda self, other, more: not more)],
    '__ge__': [('__le__', lambda self, other, least: not least or self == other),
               ('__gt__', lambda self, other, least: least and self != other),
               ('__lt__', lambda self, other, least: not least)],
}


def total_ordering(cls):
    roots = {name for name in _derived if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)
    for name, combine in _derived[root]:
        if name not in roots:
            setattr(cls, name, _ordering(name, root, combine))
    return cls


# ---- partialmethod

def _partial_new(cls, func, /, *args, **keywords):
    if not callable(func) and not hasattr(func, '__get__'):
        raise TypeError(f'the first argument {func!r} must be a callable or a descriptor')
    if args and args[-1] is Placeholder:
        raise TypeError('trailing Placeholders are not allowed')
    for value in keywords.values():
        if value is Placeholder:
            raise TypeError('Placeholder cannot be passed as a keyword argument')
    if isinstance(func, partialmethod):
        args = _fill(func.args, args)
        keywords = {**func.keywords, **keywords}
        func = func.func
    self = object.__new__(cls)
    self.func = func
    self.args = args
    self.keywords = keywords
    return self


class partialmethod:
    __class_getitem__ = _generic_alias
    __new__ = _partial_new

    def __repr__(self):
        cls = type(self)
        shown = [repr(self.func)]
        shown.extend(map(repr, self.args))
        shown.extend(f'{name}={value!r}' for name, value in self.keywords.items())
        return f'{cls.__module__}.{cls.__qualname__}({", ".join(shown)})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            needed = self.args.count(Placeholder)
            if len(args) < needed:
                raise TypeError("missing positional arguments in 'partialmethod' call; "
                                f'expected at least {needed}, got {len(args)}')
            return self.func(cls_or_self, *_fill(self.args, args), **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(type(self.func), '__get__', None)
        if get is not None:
            bound = get(self.func, obj, cls)
            if bound is not self.func:
                # What a descriptor made of it has its self already.
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


# The arguments of a partial with others: those fill its open places first, the rest follows.
def _fill(held, args):
    args = list(args)
    filled = [args.pop(0) if arg is Placeholder and args else arg for arg in held]
    return (*filled, *args)


# ---- lru_cache and cache

class _CacheInfo(tuple):
    __slots__ = ()
    _fields = __match_args__ = ('hits', 'misses', 'maxsize', 'currsize')
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __repr__(self):
        return f'CacheInfo(hits={self[0]!r}, misses={self[1]!r}, maxsize={self[2]!r}, currsize={self[3]!r})'


_CacheInfo.__name__ = _CacheInfo.__qualname__ = 'CacheInfo'


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)
    return decorating_function


def _cached(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


# ---- singledispatch

_union = type(int | str)


def _is_dispatch_type(cls):
    if isinstance(cls, type):
        return True
    return isinstance(cls, _union) and all(isinstance(arg, type) for arg in cls.__args__)


def singledispatch(func):
    registry = {}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        return func

    def register(cls, func=None):
        if _is_dispatch_type(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` '
                                'or plain `@register` on an annotated function.')
            func = cls
            argname, cls = next(iter(annotations.items()))
            if cls is None:
                cls = type(None)
            if not _is_dispatch_type(cls):
                if isinstance(cls, _union):
                    raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.')
                raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} is not a class.')
        for arg in cls.__args__ if isinstance(cls, _union) else (cls,):
            registry[arg] = func
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **keywords)

    funcname = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = _read_only(registry)
    wrapper._clear_cache = lambda: None
    update_wrapper(wrapper, func)
    return wrapper


# A mappingproxy of a dict.
def _read_only(mapping):
    return type(type.__dict__)(mapping)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        return _singledispatchmethod_get(self, obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    def __repr__(self):
        return f'<single dispatch method descriptor {_function_name(self.func)}>'


def _function_name(func):
    return getattr(func, '__qualname__', getattr(func, '__name__', '?'))


class _singledispatchmethod_get:
    def __init__(self, unbound, obj, cls):
        self._unbound = unbound
        self._dispatch = unbound.dispatcher.dispatch
        self._obj = obj
        self._cls = cls
        func = unbound.func
        for name in ('__module__', '__doc__'):
            if hasattr(func, name):
                setattr(self, name, getattr(func, name))

    def __repr__(self):
        name = _function_name(self._unbound.func)
        if self._obj is not None:
            return f'<bound single dispatch method {name} of {self._obj!r}>'
        return f'<single dispatch method {name}>'

    def __call__(self, /, *args, **keywords):
        if not args:
            funcname = getattr(self._unbound.func, '__name__', 'singledispatchmethod method')
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return self._dispatch(args[0].__class__).__get__(self._obj, self._cls)(*args, **keywords)

    def __getattr__(self, name):
        if name not in ('__name__', '__qualname__', '__isabstractmethod__', '__annotations__', '__type_params__'):
            raise AttributeError
        return getattr(self._unbound.func, name)

    @property
    def __wrapped__(self):
        return self._unbound.func

    @property
    def register(self):
        return self._unbound.register


# ---- cached_property

class cached_property:
    __class_getitem__ = _generic_alias

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            cache = instance.__dict__
        except AttributeError:
            cache = None
        if cache is None:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f'{self.attrname!r} property.')
        value = cache.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            cache[self.attrname] = value
        return value
