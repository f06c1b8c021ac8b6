# https://docs.python.org/3/library/json.html#json.JSONEncoder
from json import _dumps, _quote

INFINITY = float('inf')


def encode_basestring(string, /):
    return _quote(string, False)


def encode_basestring_ascii(string, /):
    return _quote(string, True)


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
        elif o == INFINITY:
            text = 'Infinity'
        elif o == -INFINITY:
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
            try:
                text = self._leaf(value)
                if text is not None:
                    yield before + text
                else:
                    yield before
                    yield from self._chunks(value, depth + 1, indent, markers)
            except GeneratorExit:
                raise
            except BaseException as error:
                error.add_note(f'when serializing {type(items).__name__} item {i}')
                raise
            before = separator
        if indent is not None:
            yield '\n' + indent * depth
        yield ']'

    def _dict_chunks(self, pairs, depth, indent, markers):
        if not pairs:
            yield '{}'
            return
        line = '' if indent is None else '\n' + indent * (depth + 1)
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
            if not is_first:
                yield separator
            elif indent is not None:
                yield line
            is_first = False
            yield text
            yield self.key_separator
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
