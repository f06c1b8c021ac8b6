"""Writes the data of unicode_names.cpp: python3 make_names.py OUTPUT since_14.txt aliases.txt

Names come from this Python's unicodedata and from since_14.txt, which makes Unicode 16 of any Python from 3.11 on.
Names that are made by rule (CJK ideographs, Hangul syllables and so on) are left out.
"""

import pathlib
import re
import sys
import unicodedata

BY_RULE = re.compile(r"(CJK UNIFIED IDEOGRAPH|CJK COMPATIBILITY IDEOGRAPH|EGYPTIAN HIEROGLYPH|"
                     r"KHITAN SMALL SCRIPT CHARACTER|NUSHU CHARACTER)-[0-9A-F]{4,5}|HANGUL SYLLABLE .*")
SLOTS = 1 << 16
LAST_WORD = 0x8000


def read(path):
    for line in pathlib.Path(path).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            code_point, name = line.split(" ", 1)
            yield int(code_point, 16), name


def names(since_14):
    found = {code_point: name for code_point in range(0x110000)
             if (name := unicodedata.name(chr(code_point), None)) and not BY_RULE.fullmatch(name)}
    found.update(read(since_14))
    return sorted(found.items())


def hash_of(name):
    """KEEP IN STEP: unicode name hash."""
    value = 2166136261
    for byte in name.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return (value ^ value >> 16) & (SLOTS - 1)


def array(declaration, values):
    lines = [f"{declaration}[] = {{"]
    values = list(values)
    for start in range(0, len(values), 20):
        lines.append("    " + " ".join(f"{value}," for value in values[start:start + 20]))
    return "\n".join([*lines, "};", ""])


def main():
    output, since_14, aliases = sys.argv[1:]
    rows = names(since_14)
    named = len(rows)
    rows += read(aliases)
    words = sorted({word for _, name in rows for word in name.split(" ")})
    number = {word: index for index, word in enumerate(words)}
    word_starts = [0]
    for word in words:
        word_starts.append(word_starts[-1] + len(word))
    stream, starts = [], []
    for _, name in rows:
        starts.append(len(stream))
        stream += [number[word] for word in name.split(" ")]
        stream[-1] |= LAST_WORD
    slots = [0xFFFF] * SLOTS
    for index, (_, name) in enumerate(rows):
        slot = hash_of(name)
        while slots[slot] != 0xFFFF:
            slot = (slot + 1) & (SLOTS - 1)
        slots[slot] = index
    assert len(words) < LAST_WORD and len(rows) < 0xFFFF
    text = "".join(words)
    pathlib.Path(output).write_text("\n".join([
        "// Written by make_names.py.",
        "",
        '#include "vm/base/unicode_names/data.h"',
        "",
        "namespace exmonty::unicode::names {",
        "",
        f"const uint32_t named_count = {named};",
        f"const uint32_t count = {len(rows)};",
        "const char word_text[] =",
        *(f'    "{text[start:start + 100]}"' for start in range(0, len(text), 100)),
        "    ;",
        array("const uint32_t word_starts", word_starts),
        array("const uint16_t stream", stream),
        array("const uint32_t starts", starts),
        array("const uint32_t code_points", (code_point for code_point, _ in rows)),
        array("const uint16_t slots", slots),
        "}  // namespace exmonty::unicode::names",
        "",
    ]))


if __name__ == "__main__":
    main()
