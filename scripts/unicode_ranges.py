"""Prints vm/base/unicode_ranges.def. Run it with a CPython 3.14: its Unicode version is the one that we follow.

    python3.14 scripts/unicode_ranges.py > vm/base/unicode_ranges.def
"""

import unicodedata


def ranges(holds):
    first = None
    for code_point in range(0x80, 0x110001):
        inside = code_point < 0x110000 and holds(chr(code_point))
        if inside and first is None:
            first = code_point
        elif not inside and first is not None:
            yield first, code_point - 1
            first = None


PROPERTIES = [
    ("XID_START", "can start an identifier", str.isidentifier),
    ("XID_CONTINUE_ONLY", "can be in an identifier, but not start it",
     lambda c: ("a" + c).isidentifier() and not c.isidentifier()),
    ("NOT_PRINTABLE", "not str.isprintable", lambda c: not c.isprintable()),
]

print(f"// Code points beyond ASCII, Unicode {unicodedata.unidata_version}; sorted. Written by scripts/unicode_ranges.py.")
for name, meaning, holds in PROPERTIES:
    print(f"// {name}(first, last): {meaning}.")
    print(f"#ifdef {name}")
    for first, last in ranges(holds):
        print(f"{name}(0x{first:X}, 0x{last:X})")
    print(f"#undef {name}")
    print("#endif")
