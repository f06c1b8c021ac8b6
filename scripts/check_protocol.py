#!/usr/bin/env python3
"""Holds codec/PROTOCOL.md to the tables: each message, field, option, outcome, error code and value kind is described there
as the .def files say, and each example is the golden frame of that name. With a binary, `frames encode` must make the same
bytes of each example.

    scripts/check_protocol.py [BINARY]
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = (ROOT / 'codec/PROTOCOL.md').read_text()
TABLE = (ROOT / 'codec/protocol.def').read_text()
KINDS = (ROOT / 'codec/ext_types.def').read_text()
FRAMES = ROOT / 'test/protocol/frames'


def sections():
    """Message name → (tag, direction, text) of each `### `name` (tag, direction)`."""
    pattern = r'^### `(\w+)` \((\d+), (\w+)\)\n(.*?)(?=^### |^## |\Z)'
    return {name: rest for name, *rest in re.findall(pattern, PAGE, re.M | re.S)}


def example_of(text):
    found = re.search(r'```json\n(.*?)\n```\n```hex\n(.*?)\n```', text, re.S)
    return (found[1], bytes.fromhex(found[2])) if found else None


def golden_frame(name):
    lines = (FRAMES / f'message_{name}.hex').read_text().splitlines()
    form = next(line[len('# json: '):] for line in lines if line.startswith('# json: '))
    return form, bytes.fromhex(' '.join(line for line in lines if not line.startswith('#')))


def message_faults(name, tag, direction, section, binary):
    if section is None:
        yield 'is not described'
        return
    if section[:2] != [tag, direction]:
        yield f'is described as {section[:2]}'
    fields = re.findall(rf'^FIELD\({name}, (\w+), (\w+), "(.*)"\)', TABLE, re.M)
    if fields != re.findall(r'^\| `(\w+)` \| (\w+) \| (.*) \|$', section[2], re.M):
        yield 'has other fields'
    example = example_of(section[2])
    if example != golden_frame(name):
        yield 'has another example than its golden frame'
    elif binary:
        encoded = subprocess.run([binary, 'frames', 'encode'], input=example[0].encode() + b'\n', capture_output=True)
        if encoded.stdout != example[1]:
            yield 'has an example that is encoded differently: ' + encoded.stderr.decode().strip()


def faults(binary):
    described = sections()
    messages = re.findall(r'^MESSAGE\((\w+), (\d+), (\w+), ', TABLE, re.M)
    for name, tag, direction in messages:
        for fault in message_faults(name, tag, direction, described.pop(name, None), binary):
            yield f'message {name} {fault}'
    for name in described:
        yield f'message {name} is not in protocol.def'
    for kind, name in re.findall(r'^(OPTION|OUTCOME|ERROR)\((\w+), ', TABLE, re.M):
        if f'| `{name}` |' not in PAGE and f'| `["{name}"' not in PAGE:
            yield f'{kind.lower()} {name} is not described'
    for name in re.findall(r'^EXT\((\w+),', KINDS, re.M):
        if f'| `{name}` |' not in PAGE:
            yield f'kind of value {name} is not described'
    if not messages:
        yield 'protocol.def has no messages'


def main():
    found = list(faults(sys.argv[1] if len(sys.argv) > 1 else None))
    for fault in found:
        print(f'codec/PROTOCOL.md: {fault}')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
