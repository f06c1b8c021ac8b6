# https://docs.python.org/3/library/json.html
# What needs no hook is read and written natively, by _loads, _scan and _dumps.
__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']


def detect_encoding(b):
    if b.startswith((b'\xff\xfe\x00\x00', b'\x00\x00\xfe\xff')):
        return 'utf-32'
    if b.startswith((b'\xff\xfe', b'\xfe\xff')):
        return 'utf-16'
    if b.startswith(b'\xef\xbb\xbf'):
        return 'utf-8-sig'
    if len(b) >= 4:
        if not b[0]:
            return 'utf-16-be' if b[1] else 'utf-32-be'
        if not b[1]:
            return 'utf-16-le' if b[2] or b[3] else 'utf-32-le'
    elif len(b) == 2:
        if not b[0]:
            return 'utf-16-be'
        if not b[1]:
            return 'utf-16-le'
    return 'utf-8'


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    elif isinstance(s, bytes):
        s = s.decode(detect_encoding(s), 'surrogatepass')
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    if (cls is None and object_hook is None and parse_float is None and parse_int is None and parse_constant is None
            and object_pairs_hook is None and not kw):
        return _loads(s)
    if cls is None:
        cls = JSONDecoder
    if object_hook is not None:
        kw['object_hook'] = object_hook
    if object_pairs_hook is not None:
        kw['object_pairs_hook'] = object_pairs_hook
    if parse_float is not None:
        kw['parse_float'] = parse_float
    if parse_int is not None:
        kw['parse_int'] = parse_int
    if parse_constant is not None:
        kw['parse_constant'] = parse_constant
    return cls(**kw).decode(s)


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                 parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)


def _skip_space(s, end):
    size = len(s)
    while end < size and s[end] in ' \t\n\r':
        end += 1
    return end


_constants = {'NaN': float('nan'), 'Infinity': float('inf'), '-Infinity': float('-inf')}


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
        self._plain = (object_hook is None and parse_float is None and parse_int is None and parse_constant is None
                       and object_pairs_hook is None and bool(strict))

    def decode(self, s):
        obj, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return obj

    def raw_decode(self, s, idx=0):
        return _scan(s, idx) if self._plain else self._value(s, idx)

    def _value(self, s, idx):
        opening = s[idx:idx + 1]
        if opening == '"':
            return _scan_string(s, idx + 1, bool(self.strict))
        if opening == '{':
            return self._object(s, idx + 1)
        if opening == '[':
            return self._array(s, idx + 1)
        for word, value in (('null', None), ('true', True), ('false', False)):
            if s.startswith(word, idx):
                return value, idx + len(word)
        number = _scan_number(s, idx)
        if number is not None:
            text, is_float, end = number
            return (self.parse_float if is_float else self.parse_int)(text), end
        for word in _constants:
            if s.startswith(word, idx):
                return self.parse_constant(word), idx + len(word)
        raise JSONDecodeError('Expecting value', s, idx)

    def _object(self, s, end):
        pairs = []
        memo = {}
        end = _skip_space(s, end)
        if s[end:end + 1] != '}':
            while True:
                if s[end:end + 1] != '"':
                    raise JSONDecodeError('Expecting property name enclosed in double quotes', s, end)
                key, end = _scan_string(s, end + 1, bool(self.strict))
                key = memo.setdefault(key, key)
                end = _skip_space(s, end)
                if s[end:end + 1] != ':':
                    raise JSONDecodeError("Expecting ':' delimiter", s, end)
                value, end = self._value(s, _skip_space(s, end + 1))
                pairs.append((key, value))
                end = _skip_space(s, end)
                following = s[end:end + 1]
                if following == '}':
                    break
                if following != ',':
                    raise JSONDecodeError("Expecting ',' delimiter", s, end)
                comma = end
                end = _skip_space(s, end + 1)
                if s[end:end + 1] == '}':
                    raise JSONDecodeError('Illegal trailing comma before end of object', s, comma)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), end + 1
        result = dict(pairs)
        if self.object_hook is not None:
            result = self.object_hook(result)
        return result, end + 1

    def _array(self, s, end):
        values = []
        end = _skip_space(s, end)
        if s[end:end + 1] == ']':
            return values, end + 1
        while True:
            value, end = self._value(s, end)
            values.append(value)
            end = _skip_space(s, end)
            following = s[end:end + 1]
            if following == ']':
                return values, end + 1
            if following != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, end)
            comma = end
            end = _skip_space(s, end + 1)
            if s[end:end + 1] == ']':
                raise JSONDecodeError('Illegal trailing comma before end of array', s, comma)


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def _native(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        return _dumps(o, bool(self.skipkeys), bool(self.ensure_ascii), bool(self.check_circular),
                      bool(self.allow_nan), indent, self.item_separator, self.key_separator, bool(self.sort_keys))

    def encode(self, o):
        text = self._native(o) if type(self).iterencode is JSONEncoder.iterencode else None
        return ''.join(self.iterencode(o, True)) if text is None else text

    def iterencode(self, o, _one_shot=False):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        return self._chunks(o, 0, indent, {} if self.check_circular else None)

    def _float(self, o):
        if o != o:
            text = 'NaN'
        elif o == _constants['Infinity']:
            text = 'Infinity'
        elif o == _constants['-Infinity']:
            text = '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
        return text

    def _leaf(self, o):
        if isinstance(o, str):
            return _quote(o, bool(self.ensure_ascii))
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _key(self, key):
        if isinstance(key, str):
            return _quote(key, bool(self.ensure_ascii))
        if isinstance(key, (int, float)) or key is None:
            return _quote(self._leaf(key), bool(self.ensure_ascii))
        return None

    def _chunks(self, o, depth, indent, markers):
        text = self._leaf(o)
        if text is not None:
            yield text
            return
        if markers is not None:
            if id(o) in markers:
                raise ValueError('Circular reference detected')
            markers[id(o)] = o
        if isinstance(o, (list, tuple)):
            yield from self._list_chunks(o, depth, indent, markers)
        elif isinstance(o, dict):
            yield from self._dict_chunks(o, depth, indent, markers)
        else:
            replacement = self.default(o)
            try:
                yield from self._chunks(replacement, depth, indent, markers)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f'when serializing {type(o).__name__} object')
                raise
        if markers is not None:
            del markers[id(o)]

    def _list_chunks(self, items, depth, indent, markers):
        if not items:
            yield '[]'
            return
        line = '' if indent is None else '\n' + indent * (depth + 1)
        before = '[' + line
        separator = self.item_separator + line
        for i, value in enumerate(items):
            yield before
            before = separator
            try:
                yield from self._chunks(value, depth + 1, indent, markers)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f'when serializing {type(items).__name__} item {i}')
                raise
        if indent is not None:
            yield '\n' + indent * depth
        yield ']'

    def _dict_chunks(self, pairs, depth, indent, markers):
        if not pairs:
            yield '{}'
            return
        line = '' if indent is None else '\n' + indent * (depth + 1)
        before = line
        separator = self.item_separator + line
        items = sorted(pairs.items()) if self.sort_keys else pairs.items()
        yield '{'
        is_first = True
        for key, value in items:
            text = self._key(key)
            if text is None:
                if self.skipkeys:
                    continue
                raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
            yield before + text + self.key_separator
            before = separator
            is_first = False
            try:
                yield from self._chunks(value, depth + 1, indent, markers)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f'when serializing {type(pairs).__name__} item {key!r}')
                raise
        if not is_first and indent is not None:
            yield '\n' + indent * depth
        yield '}'


def _encoder(cls, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys, kw):
    if cls is None:
        cls = JSONEncoder
    return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
               indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    if (skipkeys is False and ensure_ascii is True and check_circular is True and allow_nan is True and cls is None
            and indent is None and separators is None and sort_keys is False and not kw):
        text = _dumps(obj, False, True, True, True, None, ', ', ': ', False)
        if text is not None:
            return text
    return _encoder(cls, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys,
                    kw).encode(obj)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    encoder = _encoder(cls, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys,
                       kw)
    text = encoder._native(obj) if cls is None else None
    if text is not None:
        fp.write(text)
        return
    for chunk in encoder.iterencode(obj):
        fp.write(chunk)
