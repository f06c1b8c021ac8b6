# What ChainMap and UserDict have from collections.abc.MutableMapping.
# https://docs.python.org/3/library/collections.abc.html
class _View:
    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'{type(self).__name__}({self._mapping!r})'


class _SetView(_View):
    __hash__ = None

    def __eq__(self, other):
        return set(self) == set(other) if _is_set(other) else NotImplemented

    def __le__(self, other):
        return set(self) <= set(other) if _is_set(other) else NotImplemented

    def __lt__(self, other):
        return set(self) < set(other) if _is_set(other) else NotImplemented

    def __ge__(self, other):
        return set(self) >= set(other) if _is_set(other) else NotImplemented

    def __gt__(self, other):
        return set(self) > set(other) if _is_set(other) else NotImplemented

    def __and__(self, other):
        return set(self).intersection(other)

    __rand__ = __and__

    def __or__(self, other):
        return set(self).union(other)

    __ror__ = __or__

    def __sub__(self, other):
        return set(self).difference(other)

    def __rsub__(self, other):
        return set(other).difference(self)

    def __xor__(self, other):
        return set(self).symmetric_difference(other)

    __rxor__ = __xor__

    def isdisjoint(self, other):
        return set(self).isdisjoint(other)


class KeysView(_SetView):
    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(_SetView):
    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or found == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(_View):
    def __contains__(self, value):
        for key in self._mapping:
            found = self._mapping[key]
            if found is value or found == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


_keys_view, _items_view, _values_view = KeysView, ItemsView, ValuesView
for _view in (KeysView, ItemsView, ValuesView):
    _view.__module__ = 'collections.abc'
del KeysView, ItemsView, ValuesView, _view


def _is_set(value):
    return isinstance(value, (set, frozenset, _SetView, type({}.keys()), type({}.items())))


class _MutableMapping:
    __hash__ = None
    __reversed__ = None

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return _keys_view(self)

    def items(self):
        return _items_view(self)

    def values(self):
        return _values_view(self)

    def __eq__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    def pop(self, key, default=_keys_view):
        try:
            value = self[key]
        except KeyError:
            if default is _keys_view:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            break
        else:
            raise KeyError
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        if _is_mapping(other):
            for key in other:
                self[key] = other[key]
        elif hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


def _is_mapping(value):
    return isinstance(value, (dict, _MutableMapping, type(type.__dict__)))
