#!/usr/bin/env python3
"""What the archives of vm/ import: no allocation but the heap's, no exceptions, no descriptors, no clock.

    scripts/check_archives.py [BUILD_FOLDER]

Reads `nm` of every libvm_*.a of a release build. A symbol below is an error wherever it is imported, except that
vm/heap may call mimalloc. Code that runs before main is an error too: the start must cost nothing.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

FORBIDDEN = [
    ('operator new or delete', r'_Zn[wa]\w+|_Zd[la]\w+'),
    ('an exception', r'__cxa_(throw|rethrow|allocate_exception|begin_catch|end_catch)|_Unwind_\w+|_ZSt\d+__throw_(?!out_of_range_fmt)\w+'),
    ('run-time types', r'__dynamic_cast|__cxa_bad_(cast|typeid)'),
    ('malloc', r'(m|c|re|reallocarr|v|pv)alloc|reallocarray|free|posix_memalign|aligned_alloc|memalign|strn?dup'),
    ('a static that is initialised at run time', r'__cxa_guard_\w+|__cxa_atexit|atexit'),
    ('a file or descriptor', r'f?open(at)?(64)?|p?read(v|64)?|p?write(v|64)?|close|f(read|write|puts|putc|close)|'
                             r'(v?f?|d)printf|puts|putchar|std(in|out|err)|__printf_chk|__fprintf_chk'),
    ('a clock', r'clock(_gettime)?|time|gettimeofday|nanosleep|usleep|sleep|localtime(_r)?|gmtime(_r)?'),
    ('the environment', r'(secure_)?getenv|environ|setlocale'),
]
FORBIDDEN = [(what, re.compile(pattern)) for what, pattern in FORBIDDEN]
MIMALLOC = re.compile(r'_?mi_\w+')


def members(archive):
    """(member, type, symbol) of an archive."""
    text = subprocess.run(['nm', '--print-file-name', '--format=posix', archive],
                          check=True, capture_output=True, text=True).stdout
    for line in text.splitlines():
        match = re.match(r'(.*?\.o)\S*: (\S+) (\S)', line)
        if match:
            where, symbol, kind = match.groups()
            yield pathlib.PurePath(re.split(r'[\[/]', where.rstrip(']'))[-1]).name, kind, symbol


def violations(folder):
    for archive in sorted(folder.glob('libvm_*.a')):
        layer = archive.stem[len('libvm_'):]
        for member, kind, symbol in members(archive):
            where = f'vm/{layer} ({member})'
            if symbol.startswith('_GLOBAL__sub_I_'):
                yield f'{where}: has code that runs before main ({symbol[15:]})'
            if kind != 'U':
                continue
            if MIMALLOC.fullmatch(symbol) and layer != 'heap':
                yield f'{where}: only vm/heap may call {symbol}'
            for what, pattern in FORBIDDEN:
                if pattern.fullmatch(symbol):
                    yield f'{where}: imports {what}: {symbol}'


def main():
    build = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / 'build'
    found = sorted(set(violations(build / 'vm')))
    for line in found:
        print(line)
    print(f'archives: {len(found)} violations')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
