# https://docs.python.org/3/library/collections.html#collections.defaultdict
class defaultdict(dict):
    default_factory = None

    def __init__(self, default_factory=None, /, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        if args or keywords:
            dict.__init__(self, *args, **keywords)

    def __missing__(self, object, /):
        if self.default_factory is None:
            raise KeyError(object)
        value = self.default_factory()
        self[object] = value
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, value, /):
        if not isinstance(value, dict):
            return NotImplemented
        result = self.copy()
        result.update(value)
        return result

    def __ror__(self, value, /):
        if not isinstance(value, dict):
            return NotImplemented
        result = type(self)(self.default_factory, value)
        result.update(self)
        return result

    def __repr__(self):
        return f'{type(self).__name__}({self.default_factory!r}, {dict.__repr__(self)})'


_name_in_messages(defaultdict)
