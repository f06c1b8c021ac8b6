#!/usr/bin/env python3
"""Prints the shape of the code: file sizes, longest functions, header comments, unfinished marks, layers.

The budgets: median file ≤ 200 lines, 90 % ≤ 500, none above 1,000 (tables apart); functions ≤ 60 lines, the run
loop ≤ 700. Functions are found by indentation, which the formatters of both languages keep.
"""
import collections
import pathlib
import re
import statistics
import subprocess

import check_layers

ROOT = check_layers.ROOT
GROUPS = [
    ('vm', ('vm/',), ('.h', '.cpp')),
    ('codec + port', ('codec/', 'port/'), ('.h', '.cpp')),
    ('prelude (Python)', ('vm/prelude/',), ('.py',)),
    ('elixir/lib', ('elixir/lib/',), ('.ex',)),
    ('C++ tests', ('test/',), ('.h', '.cpp')),
    ('elixir/test', ('elixir/test/',), ('.ex', '.exs')),
    ('scripts', ('scripts/',), ('.py', '')),
]
CPP_SIGNATURE_END = re.compile(r'\)[^;{}()"]*\{$')
CPP_NOT_A_FUNCTION = re.compile(r'\s*(namespace|class|struct|union|enum|if|for|while|switch|else|do|return|\}|#)\b')
NAME = re.compile(r'([\w:~]+|operator\S+)\s*\(')
UNFINISHED = re.compile(r'\b(TODO|FIXME|XXX|HACK)\b|#if 0')

Function = collections.namedtuple('Function', 'lines name path line')


def tracked_files():
    out = subprocess.run(['git', 'ls-files'], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [name for name in out.splitlines() if (ROOT / name).is_file()]


def indentation(line):
    return len(line) - len(line.lstrip())


def end_of_block(lines, start, indent, closing):
    for index in range(start, len(lines)):
        if lines[index].strip().startswith(closing) and indentation(lines[index]) == indent:
            return index
    return None


def cpp_functions(path, lines):
    index = 0
    while index < len(lines):
        line = lines[index]
        if not CPP_SIGNATURE_END.search(line):
            index += 1
            continue
        start = index
        while start > 0 and '(' not in lines[start].split(')')[0] and lines[start - 1].strip().endswith((',', '(')):
            start -= 1
        first = lines[start]
        end = end_of_block(lines, index + 1, indentation(first), '}')
        name = NAME.search(first)
        if end is None or not name or CPP_NOT_A_FUNCTION.match(first) or '= [' in first:
            index += 1
            continue
        yield Function(end - start + 1, name.group(1), path, start + 1)
        index = end + 1


def elixir_functions(path, lines):
    for index, line in enumerate(lines):
        match = re.match(r'(\s*)defp? (\w+[?!]?).* do$', line)
        if match:
            end = end_of_block(lines, index + 1, len(match.group(1)), 'end')
            if end is not None:
                yield Function(end - index + 1, match.group(2), path, index + 1)


def explains_itself(lines):
    """At least three lines of comment at the top, or right after the includes."""
    run = 0
    for line in lines:
        if line.startswith('//'):
            run += 1
            if run == 3:
                return True
        elif line and not line.startswith(('#', 'namespace')):
            return False
        else:
            run = 0
    return False


def percentile(sizes, part):
    return sorted(sizes)[min(len(sizes) - 1, int(len(sizes) * part))]


def print_sizes(files):
    print('| code | files | lines | median | p90 | largest | > 1000 |')
    print('|---|---|---|---|---|---|---|')
    for title, folders, suffixes in GROUPS:
        group = {name: len(lines) for name, lines in files.items()
                 if name.startswith(folders) and pathlib.PurePath(name).suffix in suffixes}
        if group:
            sizes = list(group.values())
            largest = max(group, key=group.get)
            print(f'| {title} | {len(sizes)} | {sum(sizes)} | {statistics.median(sizes):.0f} | '
                  f'{percentile(sizes, 0.9)} | {largest} {group[largest]} | {sum(size > 1000 for size in sizes)} |')


def print_functions(title, functions):
    functions = sorted(functions, reverse=True)
    if not functions:
        return
    sizes = [function.lines for function in functions]
    print(f'\n{title}: {len(sizes)} functions, average {statistics.mean(sizes):.1f} lines, '
          f'{sum(size > 60 for size in sizes)} above 60. Longest:')
    for function in functions[:12]:
        print(f'  {function.lines:4} {function.name}  {function.path}:{function.line}')


def main():
    files = {}
    for name in tracked_files():
        if name.startswith(('vm/', 'codec/', 'port/', 'elixir/', 'test/', 'scripts/')):
            try:
                files[name] = (ROOT / name).read_text(encoding='utf-8').splitlines()
            except UnicodeDecodeError:
                continue
    print_sizes(files)
    cpp = {name: lines for name, lines in files.items()
           if name.startswith(('vm/', 'codec/', 'port/')) and name.endswith(('.h', '.cpp'))}
    print_functions('C++', [f for name, lines in cpp.items() for f in cpp_functions(name, lines)])
    print_functions('Elixir', [f for name, lines in files.items() if name.startswith('elixir/lib/')
                               for f in elixir_functions(name, lines)])

    hard = {name: lines for name, lines in cpp.items() if name.endswith('.cpp') and len(lines) > 150}
    silent = sorted(name for name, lines in hard.items() if not explains_itself(lines))
    print(f'\n.cpp files above 150 lines that open with an explanation: {len(hard) - len(silent)} of {len(hard)}')
    for name in silent:
        print(f'  without: {name}')

    code = [name for name in files if name.endswith(('.h', '.cpp', '.def', '.ex', '.exs')) or
            (name.startswith(('scripts/', 'vm/')) and name != 'scripts/shape.py')]
    marks = [f'{name}:{number}' for name in code for number, line in enumerate(files[name], 1)
             if UNFINISHED.search(line)]
    print(f'\nunfinished marks: {len(marks)}', *marks[:10])
    throws = [f'{name}:{number}' for name in cpp if name.startswith('vm/')
              for number, line in enumerate(files[name], 1) if re.match(r'\s*throw\b', line)]
    print(f'throw in vm/: {len(throws)}', *throws[:10])
    print(f'layer violations: {len(list(check_layers.violations()))}')


if __name__ == '__main__':
    main()
