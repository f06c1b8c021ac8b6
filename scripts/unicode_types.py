"""Prints vm/base/unicode_types.def. Run it with a CPython 3.14: its Unicode version is the one that we follow.

    python3.14 scripts/unicode_types.py > vm/base/unicode_types.def
"""

import unicodedata

LAST = 0x110000
CLASS_BLOCK = 256
CASE_BLOCK = 32
# As in vm/base/unicode_types.cpp.
ALPHABETIC, DECIMAL, DIGIT, NUMERIC, LOWER, UPPER, TITLE, CASE_IGNORABLE, CASED = (1 << i for i in range(9))
LONG = 1 << 30


def class_of(c):
    """What str's methods say of a character; what surrounds a final sigma shows cased and case-ignorable ones."""
    transparent = ("a" + c + "Σ").lower()[-1] == "ς"
    cased = (c + "Σ").lower()[-1] == "ς"
    return (c.isalpha() * ALPHABETIC | c.isdecimal() * DECIMAL | c.isdigit() * DIGIT | c.isnumeric() * NUMERIC |
            c.islower() * LOWER | c.isupper() * UPPER | (unicodedata.category(c) == "Lt") * TITLE |
            (transparent and not cased) * CASE_IGNORABLE | cased * CASED)


sequences = []


def mapping(code_point, text):
    """The difference to the code point, or where a longer text stands among the sequences."""
    if len(text) == 1:
        return ord(text) - code_point
    points = [ord(c) for c in text]
    start = len(sequences)
    sequences.extend(points)
    return LONG | len(points) << 16 | start


def case_of(code_point):
    c = chr(code_point)
    texts = (c.upper(), c.lower(), c.title(), c.casefold())
    key = tuple(ord(t) - code_point if len(t) == 1 else t for t in texts)
    if key not in case_records:
        case_records[key] = (len(case_records), tuple(mapping(code_point, t) for t in texts))
    return case_records[key][0]


def blocks_of(table, size):
    """(number of the block for each place, the different blocks)"""
    different = {}
    places = [different.setdefault(tuple(table[i:i + size]), len(different)) for i in range(0, len(table), size)]
    return places, list(different)


def print_numbers(numbers):
    for i in range(0, len(numbers), 24):
        print(", ".join(str(n) for n in numbers[i:i + 24]) + ",")


classes = {}
case_records = {}
class_table = [classes.setdefault(class_of(chr(i)), len(classes)) for i in range(LAST)]
case_table = [case_of(i) for i in range(LAST)]
no_case = case_records[(0, 0, 0, 0)][0]
cased_end = max(i for i in range(LAST) if case_table[i] != no_case) // CASE_BLOCK * CASE_BLOCK + CASE_BLOCK

print(f"// Classes and cases of code points, Unicode {unicodedata.unidata_version}. Written by scripts/unicode_types.py.")
print("// CLASS(bits): the classes, by number.\n#ifdef CLASS")
for bits in classes:
    print(f"CLASS({bits})")
print("#undef CLASS\n#endif")
places, blocks = blocks_of(class_table, CLASS_BLOCK)
print(f"// The block of classes for every {CLASS_BLOCK} code points.\n#ifdef CLASS_PLACES")
print_numbers(places)
print("#undef CLASS_PLACES\n#endif")
print("// CLASS_BLOCK(text): a block, the class's number as a character from '0' on.\n#ifdef CLASS_BLOCK")
for block in blocks:
    text = "".join(chr(ord("0") + number) for number in block)
    print('CLASS_BLOCK("' + text.replace("\\", "\\\\").replace("?", "\\?") + '")')
print("#undef CLASS_BLOCK\n#endif")
print("// CASE(upper, lower, title, fold): differences, or 1 << 30 | length << 16 | start in the sequences.\n#ifdef CASE")
for number, mappings in case_records.values():
    print("CASE(" + ", ".join(str(m) for m in mappings) + ")")
print("#undef CASE\n#endif")
print("// Mappings to more than one code point.\n#ifdef CASE_SEQUENCES")
print_numbers(sequences)
print("#undef CASE_SEQUENCES\n#endif")
places, blocks = blocks_of(case_table[:cased_end], CASE_BLOCK)
print(f"// The block of cases for every {CASE_BLOCK} code points, up to the last that has one.\n#ifdef CASE_PLACES")
print_numbers(places)
print("#undef CASE_PLACES\n#endif")
print("// The blocks of cases.\n#ifdef CASE_BLOCKS")
print_numbers([number for block in blocks for number in block])
print("#undef CASE_BLOCKS\n#endif")
