# https://docs.python.org/3/library/collections.html#collections.OrderedDict
_dict_pop = dict.pop
_dict_set = dict.__setitem__


# Pairs are set one by one, so that a subclass that sets them in a way of its own sees each.
def _update_in_order(self, args, kwds):
    if len(args) > 1:
        raise TypeError(f'expected at most 1 argument, got {len(args)}')
    for other in args:
        if isinstance(other, dict) and type(self).__setitem__ is dict.__setitem__:
            dict.update(self, other)
        elif hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for pair in other.items() if hasattr(other, 'items') else other:
                pair = tuple(pair)
                if len(pair) < 2:
                    raise ValueError(f'need more than {len(pair)} value{"" if len(pair) == 1 else "s"} to unpack')
                if len(pair) > 2:
                    raise ValueError('too many values to unpack (expected 2)')
                self[pair[0]] = pair[1]
    for key, value in kwds.items():
        self[key] = value


class OrderedDict(dict):
    def __init__(self, /, *args, **kwargs):
        _update_in_order(self, args, kwargs)

    def update(self, /, *args, **kwds):
        _update_in_order(self, args, kwds)

    def move_to_end(self, key, last=True):
        value = _dict_pop(self, key)
        if last:
            _dict_set(self, key, value)
            return
        rest = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, rest)

    def popitem(self, last=True):
        if not last:
            return _pop_first(self)
        if not self:
            raise KeyError('dictionary is empty')
        return dict.popitem(self)

    def setdefault(self, key, default=None):
        return dict.setdefault(self, key, default)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result

    def __eq__(self, value, /):
        if isinstance(value, OrderedDict):
            return dict.__eq__(self, value) and list(self) == list(value)
        return dict.__eq__(self, value)

    def __ne__(self, value, /):
        result = self.__eq__(value)
        return result if result is NotImplemented else not result

    def __or__(self, value, /):
        if not isinstance(value, dict):
            return NotImplemented
        result = type(self)(self)
        result.update(value)
        return result

    def __ror__(self, value, /):
        if not isinstance(value, dict):
            return NotImplemented
        result = type(self)(value)
        result.update(self)
        return result

    def __ior__(self, value, /):
        self.update(value)
        return self

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        return f'{type(self).__name__}({dict.__repr__(self)})'


_name_in_messages(OrderedDict)
