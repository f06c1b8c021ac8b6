#!/usr/bin/env python3
"""Makes vm/base/unicode_tables.def: what CPython 3.14's unicodedata knows (Unicode 16.0) and
utf8proc (15.0) does not. Classes and cases of letters are in unicode_types.def.

    CPYTHON_3_14 scripts/unicode_tables.py dump DUMP        # any build of it; npm's pyodide brings one
    python3 scripts/unicode_tables.py table DUMP > vm/base/unicode_tables.def
    python3 scripts/unicode_tables.py checksums DUMP        # for test/unit/base/unicode.test.cpp

`table` needs libutf8proc.so.2 (Debian's libutf8proc2) to compare with.
"""
import ctypes
import math
import sys
import unicodedata
import zlib
from fractions import Fraction

LAST = 0x110000

FLAGS = ('alpha', 'decimal', 'digit', 'numeric', 'space', 'printable', 'lower', 'upper', 'title', 'identifier_start',
         'identifier_continue', 'line_break', 'case_ignorable')
FIELDS = ('category', 'combining', 'width', 'bidirectional', 'pair', 'decimal_value', 'digit_value',
          'numeric_value', 'flags', 'to_lower', 'to_upper', 'to_title', 'folded', 'nfd', 'nfkd', 'nfc', 'nfkc')


def codes(text):
    return ' '.join(f'{ord(c):x}' for c in text)


def flags(c):
    cased = ('A\u03a3' + c).lower()[1] == '\u03c3'  # And not ignorable: the sigma is not the last cased letter.
    return (c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), c.isprintable(), c.islower(),
            c.isupper(), c.istitle() and not c.isupper(), c.isidentifier(), ('a' + c).isidentifier(),
            len(('a' + c + 'b').splitlines()) > 1, ('A\u03a3' + c + 'B').lower()[1] == '\u03c3' and not cased)


def fields(c):
    decomposition = unicodedata.decomposition(c)
    pair = decomposition.lower() if ' ' in decomposition and '<' not in decomposition else ''
    if pair and unicodedata.normalize('NFC', ''.join(chr(int(x, 16)) for x in pair.split())) != c:
        pair = ''
    value = unicodedata.numeric(c, None)
    return (unicodedata.category(c), unicodedata.combining(c), unicodedata.east_asian_width(c),
            unicodedata.bidirectional(c), pair, unicodedata.decimal(c, -1),
            unicodedata.digit(c, -1), '' if value is None else repr(value), ''.join('01'[f] for f in flags(c)),
            codes(c.lower()), codes(c.upper()), codes(c.title()), codes(c.casefold()),
            *(codes(unicodedata.normalize(form, c)) for form in ('NFD', 'NFKD', 'NFC', 'NFKC')))


def dump(path):
    with open(path, 'w', encoding='ascii') as out:
        for code in range(LAST):
            out.write('\t'.join(str(field) for field in fields(chr(code))) + '\n')


class Character:
    def __init__(self, code, line):
        self.code = code
        for name, value in zip(FIELDS, line.rstrip('\n').split('\t'), strict=True):
            setattr(self, name, value)
        self.flag = dict(zip(FLAGS, (f == '1' for f in self.flags), strict=True))


def read(path):
    with open(path, encoding='ascii') as lines:
        return [Character(code, line) for code, line in enumerate(lines)]


class Property(ctypes.Structure):
    """utf8proc_property_t, as far as it is used here."""
    _fields_ = [('category', ctypes.c_int16), ('combining', ctypes.c_int16), ('bidirectional', ctypes.c_int16)]


class Utf8proc:
    DECOMPOSE, COMPAT = 1 << 4, 1 << 2
    BIDIRECTIONAL = ('', 'L', 'LRE', 'LRO', 'R', 'AL', 'RLE', 'RLO', 'PDF', 'EN', 'ES', 'ET', 'AN', 'CS', 'NSM', 'BN',
                     'B', 'S', 'WS', 'ON', 'LRI', 'RLI', 'FSI', 'PDI')

    def __init__(self):
        self.library = ctypes.CDLL('libutf8proc.so.2')
        self.library.utf8proc_get_property.restype = ctypes.POINTER(Property)
        self.library.utf8proc_category_string.restype = ctypes.c_char_p
        self.library.utf8proc_decompose_char.restype = ctypes.c_ssize_t
        self.buffer = (ctypes.c_int32 * 32)()
        self.boundary = ctypes.c_int()

    def category(self, code):
        return self.library.utf8proc_category_string(code).decode()

    def property(self, code):
        return self.library.utf8proc_get_property(code).contents

    def decomposed(self, code, options):
        count = self.library.utf8proc_decompose_char(code, self.buffer, 32, options, ctypes.byref(self.boundary))
        return ' '.join(f'{x:x}' for x in self.buffer[:count])


def runs(characters, value_of):
    """(first, last, value) of neighbours with an equal value that is not None."""
    found = []
    for character in characters:
        value = value_of(character)
        if value is None:
            continue
        if found and found[-1][1] == character.code - 1 and found[-1][2] == value:
            found[-1][1] = character.code
        else:
            found.append([character.code, character.code, value])
    return found


def numeric_runs(characters):
    """[first, last, value of the first, step] of characters that have a number but are no decimal digits."""
    found = []
    for character in characters:
        if not character.flag['numeric'] or character.flag['decimal']:
            continue
        value = Fraction(float(character.numeric_value)).limit_denominator(1000)
        if found and found[-1][1] == character.code - 1:
            run = found[-1]
            if run[0] == run[1]:
                run[1:] = [character.code, run[2], value - run[2]]
                continue
            if run[2] + run[3] * (character.code - run[0]) == value:
                run[1] = character.code
                continue
        found.append([character.code, character.code, value, Fraction(0)])
    return found


def row(name, *values):
    return f'{name}({", ".join(f"0x{v:x}" if isinstance(v, Hex) else str(v) for v in values)})'


class Hex(int):
    pass


def hex_row(name, first, last, *values):
    return row(name, Hex(first), Hex(last), *values)


LETTERS = ('Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'Nl')


def character_rows(characters, library):
    def category(c):
        return c.category if library.category(c.code) == 'Cn' != c.category else None

    def changed_category(c):
        return c.category if library.category(c.code) not in ('Cn', c.category) else None

    def combining(c):
        return c.combining if int(c.combining) != library.property(c.code).combining else None

    def bidirectional(c):
        known = library.BIDIRECTIONAL[library.property(c.code).bidirectional]
        return (c.bidirectional or 'none') if c.bidirectional != known else None

    for name, value_of in (('CATEGORY', category), ('CHANGED_CATEGORY', changed_category), ('COMBINING', combining),
                           ('BIDIRECTIONAL', bidirectional),
                           ('WIDTH', lambda c: c.width if c.width != 'N' else None)):
        yield name, [hex_row('UNICODE_' + name, *run) for run in runs(characters, value_of)]
    for name, known in (('identifier_start', LETTERS),
                        ('identifier_continue', LETTERS + ('Mn', 'Mc', 'Nd', 'Pc'))):
        def exception(c, name=name, known=known):
            return c.flag[name] if c.flag[name] != (c.category in known) and c.code >= 0x80 else None
        found = runs(characters, exception)
        yield name.upper(), [hex_row('UNICODE_' + name.upper(), first, last, str(value).lower())
                             for first, last, value in found]


def number_rows(characters):
    yield 'DECIMAL', [row('UNICODE_DECIMAL', Hex(c.code)) for c in characters
                      if c.decimal_value == '0' and c.code >= 0x80]
    digits = []
    for c in characters:
        if not c.flag['digit'] or c.flag['decimal']:
            continue
        value = int(c.digit_value)
        if digits and digits[-1][1] == c.code - 1 and digits[-1][2] + c.code - digits[-1][0] == value:
            digits[-1][1] = c.code
        else:
            digits.append([c.code, c.code, value])
    yield 'DIGIT', [hex_row('UNICODE_DIGIT', *run) for run in digits]
    numerics = []
    for first, last, value, step in numeric_runs(characters):
        denominator = math.lcm(value.denominator, step.denominator)
        numerics.append(hex_row('UNICODE_NUMERIC', first, last, value * denominator, denominator, step * denominator))
    yield 'NUMERIC', numerics


def decomposition_rows(characters, library):
    newer = [c for c in characters if c.nfd != library.decomposed(c.code, library.DECOMPOSE)
             or c.nfkd != library.decomposed(c.code, library.DECOMPOSE | library.COMPAT)]
    pairs = []
    compatible = []
    for c in newer:
        if c.pair:
            pairs.append(row('UNICODE_PAIR', *(Hex(int(x, 16)) for x in [f'{c.code:x}'] + c.pair.split())))
        else:
            assert c.nfd == f'{c.code:x}' and ' ' not in c.nfkd, f'U+{c.code:X} needs another kind of row'
            compatible.append(row('UNICODE_COMPATIBLE', Hex(c.code), Hex(int(c.nfkd, 16))))
    yield 'PAIR', pairs
    yield 'COMPATIBLE', compatible


HEADINGS = {
    'CATEGORY': '(first, last, category): assigned since utf8proc\'s Unicode.',
    'CHANGED_CATEGORY': '(first, last, category): changed since utf8proc\'s Unicode.',
    'COMBINING': '(first, last, class): differs from utf8proc.',
    'BIDIRECTIONAL': '(first, last, class): differs from utf8proc.',
    'WIDTH': '(first, last, class): East Asian width where it is not N.',
    'IDENTIFIER_START': '(first, last, value): where XID_Start is not L* or Nl.',
    'IDENTIFIER_CONTINUE': '(first, last, value): where XID_Continue is not L*, Nl, Mn, Mc, Nd or Pc.',
    'DECIMAL': '(zero): ten decimal digits begin here.',
    'DIGIT': '(first, last, value of the first): digits that are not decimal.',
    'NUMERIC': '(first, last, numerator, denominator, step of the numerator): numbers that are no decimal digits.',
    'PAIR': '(code, first, second): canonical compositions that utf8proc does not know.',
    'COMPATIBLE': '(code, other): compatibility decompositions that utf8proc does not know.',
}


def table(path):
    characters = read(path)
    library = Utf8proc()
    print('// What CPython 3.14 knows about characters (Unicode 16.0) and utf8proc 2.8 (Unicode 15.0) does not.')
    print('// Written by scripts/unicode_tables.py, which says how.')
    sections = [*character_rows(characters, library), *number_rows(characters), *decomposition_rows(characters, library)]
    for name, _ in sections:
        print(f'\n#ifndef UNICODE_{name}\n#define UNICODE_{name}(...)\n#endif', end='')
    print()
    for name, rows in sections:
        print(f'\n// {HEADINGS[name]}')
        print('\n'.join(rows))
    print()
    for name, _ in sections:
        print(f'#undef UNICODE_{name}')


def checksums(path):
    """CRC-32 of the lines "code value" of each property, over all code points."""
    characters = read(path)
    values = {name: lambda c, name=name: getattr(c, name) for name in FIELDS if name not in ('flags', 'pair')}
    values |= {'is_' + name: lambda c, name=name: int(c.flag[name]) for name in FLAGS}
    for name, value_of in values.items():
        crc = 0
        for c in characters:
            crc = zlib.crc32(f'{c.code:x} {value_of(c)}\n'.encode(), crc)
        print(f'{{"{name}", 0x{crc:08X}}},')


if __name__ == '__main__':
    {'dump': dump, 'table': table, 'checksums': checksums}[sys.argv[1]](sys.argv[2])
