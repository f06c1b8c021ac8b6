# https://docs.python.org/3/library/json.html#json.JSONDecoder
from json import JSONDecodeError, _scan, _scan_hooked, _scan_string

__all__ = ['JSONDecoder', 'JSONDecodeError']

NaN = float('nan')
PosInf = float('inf')
NegInf = float('-inf')
_constants = {'-Infinity': NegInf, 'Infinity': PosInf, 'NaN': NaN}


def scanstring(string, end, strict=True, /):
    return _scan_string(string, end, bool(strict))


def _skip_space(s, end):
    size = len(s)
    while end < size and s[end] in ' \t\n\r':
        end += 1
    return end


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constants.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}
        self._hooks_constants = parse_constant is not None
        self._plain = (object_hook is None and parse_float is None and parse_int is None and parse_constant is None
                       and object_pairs_hook is None and bool(strict))

    def decode(self, s):
        if not isinstance(s, str):
            raise TypeError(f"expected string or bytes-like object, got '{type(s).__name__}'")
        obj, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return obj

    def raw_decode(self, s, idx=0):
        if idx > len(s):
            raise JSONDecodeError('Expecting value', s, idx)
        if self._plain:
            return _scan(s, idx)
        root, places, end = _scan_hooked(s, idx, bool(self.strict), self.parse_int is not int, self.parse_float is not float,
                                         self._hooks_constants)
        for i in range(0, len(places), 3):
            container = places[i]
            index = places[i + 1]
            container[index] = self._made(container[index], places[i + 2])
        return root[0], end

    # The value of an object, a list of its keys and values in turn, or of a number's text.
    def _made(self, read, kind):
        if kind == 0:
            if self.object_pairs_hook is not None:
                return self.object_pairs_hook(list(zip(read[::2], read[1::2])))
            made = dict(zip(read[::2], read[1::2]))
            return made if self.object_hook is None else self.object_hook(made)
        return (self.parse_int, self.parse_float, self.parse_constant)[kind - 1](read)
