#!/usr/bin/env python3
"""Who may include whom: a folder is a layer and includes point down.

Reads every #include of vm/, codec/ and port/ and reports each one that the table below does not allow, as
file:line. Includes are spelled from the root of the repository, so "which layer" is the path. Also reports types of
one name in two files: the linker would take the inline functions of one for both.
"""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# A folder may include itself, the tables of vm/schema, and the folders or single files named here.
ALLOWED = {
    'vm/schema': [],
    'vm/base': [],
    'vm/syntax': ['vm/base'],
    'vm/bytecode': ['vm/base'],
    'vm/compiler': ['vm/syntax', 'vm/bytecode', 'vm/base'],
    'vm/heap': ['vm/base'],
    'vm/objects': ['vm/heap', 'vm/bytecode/code.h', 'vm/base'],
    'vm/builtins': ['vm/objects', 'vm/heap', 'vm/base'],
    'vm/modules': ['vm/objects', 'vm/heap', 'vm/base'],
    'vm/runtime': ['vm/builtins', 'vm/modules', 'vm/objects', 'vm/heap', 'vm/bytecode', 'vm/base'],
    # Besides its table, the prelude holds the compiler that runs at build time.
    'vm/prelude': ['vm/compiler', 'vm/syntax', 'vm/bytecode', 'vm/heap/chunks.h', 'vm/base'],
    'vm/snapshot': ['vm/runtime', 'vm/modules', 'vm/objects', 'vm/heap', 'vm/bytecode', 'vm/base'],
    'vm/api': ['vm'],
    'codec': ['vm/api'],
    'port': ['codec', 'vm/api'],
}

# vm/ has no allocation of its own, no exceptions, no file descriptors and no clock, hence none of these headers.
BANNED_IN_VM = re.compile(
    r'chrono|condition_variable|ctime|deque|exception|fcntl\.h|filesystem|forward_list|fstream|functional|future|'
    r'iomanip|ios|iostream|istream|list|locale|map|memory_resource|msgpack.*|mutex|ostream|queue|random|regex|set|'
    r'sstream|stack|stdexcept|stdio\.h|cstdio|streambuf|string|sys/.*|thread|time\.h|typeindex|typeinfo|unistd\.h|'
    r'unordered_map|unordered_set|vector|boost/.*')

# Pages come from the system; the stage-0 compiler reads and writes files while building.
EXCEPTIONS = {('vm/heap', 'sys/mman.h'), ('vm/prelude', 'cstdio')}

INCLUDE = re.compile(r'\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')


def layer_of(path):
    """The row of ALLOWED that a path from the root belongs to, or None."""
    parts = path.split('/')
    for name in ('/'.join(parts[:2]), parts[0]):
        if name in ALLOWED and path != name:
            return name
    return None


def is_allowed(layer, target):
    if target.startswith(layer + '/'):
        return True
    if target.startswith('vm/schema/'):
        return target.endswith('.def')
    return any(target == name or target.startswith(name + '/') for name in ALLOWED[layer])


def violations_of(path, layer):
    for number, line in enumerate((ROOT / path).read_text(encoding='utf-8').splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quoted, system = match.groups()
        if system is not None:
            if layer.startswith('vm/') and BANNED_IN_VM.fullmatch(system) and (layer, system) not in EXCEPTIONS:
                yield f'{path}:{number}: vm/ may not include <{system}>'
        elif quoted.startswith('.') or layer_of(quoted) is None:
            # Tables that the build generates keep the path of their folder, so they have a layer as well.
            yield f'{path}:{number}: "{quoted}" is not spelled from the root'
        elif not is_allowed(layer, quoted):
            yield f'{path}:{number}: {layer} may not include "{quoted}"'


def violations():
    for top in ('vm', 'codec', 'port'):
        for path in sorted((ROOT / top).rglob('*')):
            if path.suffix in ('.h', '.cpp', '.def'):
                name = path.relative_to(ROOT).as_posix()
                layer = layer_of(name)
                if layer is None:
                    yield f'{name}:1: belongs to no layer'
                else:
                    yield from violations_of(name, layer)


TYPE = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\])+\'|namespace\s*([\w:]*)\s*\{|'
                  r'(?:struct|class|union)\s+(\w+)(?:\s+final)?(?:\s*:(?!:)[^;{}()]*)?\s*\{|\{|\}', re.S)


def types_of(text):
    """The classes that stand in named namespaces, with them."""
    open_braces = []  # the name of a namespace, or None for any other brace
    for match in TYPE.finditer(text):
        token, namespace, name = match[0], match[1], match[2]
        if token[0] in '/"\'':
            continue
        if token == '}':
            del open_braces[-1:]
            continue
        if name and all(open_braces):
            yield '::'.join([*open_braces, name])
        open_braces.append(namespace if token.startswith('namespace') else None)


def types_of_one_name():
    where = collections.defaultdict(set)
    for top in ('vm', 'codec', 'port'):
        for path in sorted((ROOT / top).rglob('*')):
            if path.suffix in ('.h', '.cpp'):
                for name in types_of(path.read_text(encoding='utf-8')):
                    where[name].add(path.relative_to(ROOT).as_posix())
    for name, paths in sorted(where.items()):
        if len(paths) > 1:
            yield f'{sorted(paths)[0]}:1: {name} is defined in {" and in ".join(sorted(paths))}'


def unlisted_sources():
    """Sources that the build does not know, which would be dead code or a test that never runs."""
    for top, listed_at in (('vm', 2), ('codec', 1), ('port', 1), ('test/unit', 2)):
        for path in sorted((ROOT / top).rglob('*.cpp')):
            parts = path.relative_to(ROOT).parts
            list_file = ROOT.joinpath(*parts[:listed_at], 'meson.build')
            name = '/'.join(parts[listed_at:])
            if not list_file.exists() or f"'{name}'" not in list_file.read_text(encoding='utf-8'):
                yield f'{path.relative_to(ROOT)}:1: is not listed in {list_file.relative_to(ROOT)}'


def main():
    found = [*violations(), *types_of_one_name(), *unlisted_sources()]
    for line in found:
        print(line)
    print(f'layers: {len(found)} violations')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
