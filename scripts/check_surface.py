#!/usr/bin/env python3
"""Compares what exmonty's types and modules offer with CPython's, and asks for fixtures of each method.

    scripts/check_surface.py [--binary build/port/exmonty] [--jobs N] [--names-only] [--verbose]

1. For every builtin type, builtin function and module of test/python/surface.json (recorded from CPython 3.14 by
   `scripts/oracle.py --surface`) a small program asks the binary for dir() and __text_signature__; the signatures of what is
   written in Python are read in vm/prelude. A name that CPython has and the binary has not is a failure, so is a signature
   that differs or cannot be found out, and so is a public name that CPython does not have.
2. Every method that a type defines (operators included), every function of the modules and every builtin function must be
   called by fixtures of test/python, at least once with a result and at least once with an exception: all fixtures run with
   their calls traced (scripts/trace_calls.py). What they print has been compared by scripts/run_fixtures.py.

What is left out on purpose stands in test/python/surface_exempt.txt: one `owner.name  reason` a line (`owner.*` and `*.name`
for all). A line that excuses nothing is a failure. The last line is `surface: N passed, N failed, N skipped`.
"""

import argparse
import ast
import json
import os
import re
import subprocess
import sys
import tempfile

import trace_calls

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FIXTURES = os.path.join(ROOT, "test", "python")
PRELUDE = os.path.join(ROOT, "vm", "prelude")
PROGRAM = '''
def tell(kind, owner, thing):
    names = sorted(dir(thing))
    print(kind, owner, *names)
    if kind == "type":
        print("place", owner, thing.__module__ + ":" + thing.__qualname__)
    for name in names:
        try:
            text = getattr(thing, name).__text_signature__
        except AttributeError:
            text = None
        if type(text) is str:
            print("signature", owner + "." + name, text.replace("\\n", " "))
'''


class Tally:
    def __init__(self, exempt):
        self.exempt = exempt
        self.used = set()
        self.counts = {"passed": 0, "failed": 0, "skipped": 0}

    def check(self, name, good, complaint):
        """Counts one fact about `owner.name`."""
        owner, _, member = name.rpartition(".")
        reasons = {name, owner + ".*", "*." + member} & self.exempt.keys()
        if good:
            self.counts["passed"] += 1
        elif reasons:
            self.used |= reasons
            self.counts["skipped"] += 1
        else:
            self.counts["failed"] += 1
            print(f"FAILED {name}: {complaint}")


def read_exempt():
    result = {}
    with open(os.path.join(FIXTURES, "surface_exempt.txt"), encoding="utf-8") as stream:
        for line in stream:
            name, _, reason = line.strip().partition(" ")
            if name and not name.startswith("#"):
                result[name] = reason.strip()
    return result


def ask_binary(binary, surface):
    """Of the binary: {owner: names}, {owner.name: __text_signature__}, {"module:qualified name": owner}."""
    lines = [PROGRAM]
    for owner, expression in surface["expressions"].items():
        lines += ["try:", f"    tell('type', {owner!r}, {expression})", "except Exception as error:",
                  f"    print('missing', {owner!r}, repr(error))"]
    lines += ["import builtins", "tell('builtins', 'builtins', builtins)"]
    for name in surface["modules"]:
        lines += ["try:", f"    import {name} as module", f"    tell('module', {name!r}, module)",
                  "except Exception as error:", f"    print('missing', {name!r}, repr(error))"]
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as program:
        program.write("\n".join(lines) + "\n")
        program.flush()
        done = subprocess.run([binary, "run", program.name], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        sys.exit(f"the surface program failed (exit {done.returncode}):\n{done.stderr[-2000:]}")
    names, signatures, places = {}, {}, {}
    for line in done.stdout.splitlines():
        kind, owner, *rest = line.split(" ")
        if kind == "signature":
            signatures[owner] = " ".join(rest)
        elif kind == "place":
            places[rest[0]] = owner
        elif kind != "missing":
            names[owner] = set(rest)
    return names, signatures, places


def prelude_signatures():
    """{module.name or module.Class.name: signature} of what is written in Python."""
    result, constants = {}, {}
    # Twice, because a base can stand in a file that comes later.
    for _ in range(2):
        for folder, _, files in os.walk(PRELUDE):
            for name in sorted(name for name in files if name.endswith(".py")):
                inner = os.path.relpath(folder, PRELUDE)
                module = name[:-3].split("_")[0] if inner == "." else inner
                with open(os.path.join(folder, name), encoding="utf-8") as stream:
                    body = ast.parse(stream.read()).body
                constants |= {node.targets[0].id: ast.unparse(node.value) for node in body
                              if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)}
                read_scope(module, body, result, is_class=False)
    return {name: re.sub(r"=(\w+)", lambda found: "=" + constants.get(found[1], found[1]), text) for name, text in result.items()}


def read_scope(owner, body, result, is_class):
    for node in body:
        if isinstance(node, ast.FunctionDef):
            decorators = {getattr(decorator, "id", "") for decorator in node.decorator_list}
            arguments = node.args
            if is_class and "staticmethod" not in decorators:
                row = arguments.posonlyargs or arguments.args
                del row[:1]
            result[f"{owner}.{node.name}"] = f"({ast.unparse(arguments)})"
        elif isinstance(node, ast.ClassDef):
            inherited = {}
            for base in reversed(node.bases):
                prefix = f"{owner}.{ast.unparse(base)}."
                inherited |= {name[len(prefix):]: text for name, text in result.items() if name.startswith(prefix)}
            result.update({f"{owner}.{node.name}.{name}": text for name, text in inherited.items()})
            read_scope(f"{owner}.{node.name}", node.body, result, is_class=True)
            for constructor in ("__new__", "__init__"):
                if f"{owner}.{node.name}.{constructor}" in result:
                    result[f"{owner}.{node.name}"] = result[f"{owner}.{node.name}.{constructor}"]
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
            known = result.get(f"{owner}.{node.value.id}")
            if known:
                result.update({f"{owner}.{target.id}": known for target in node.targets if isinstance(target, ast.Name)})


def parameters(text):
    """A signature's text in one spelling: without self, annotations, spaces, and the width of the platform."""
    inner = text.strip().split(" -> ")[0][1:-1].replace("2147483647", "sys.maxsize").replace("(1 << 63) - 1", "sys.maxsize")
    parts = [part.strip() for part in re.split(r",(?![^(\[{]*[)\]}])", inner) if part.strip()]
    if parts and parts[0] in ("self", "$self", "$module", "$type", "$cls"):
        parts = parts[1:]
    if parts and parts[0] == "/":
        parts = parts[1:]
    # A default that is an object of the library's own has no text.
    return ",".join(re.sub(r"\s*=\s*", "=", re.sub(r"=\s*(<.*>|object\(\)|_\w+)$", "=...", part)) for part in parts)


def compare_owner(owner, expected, names, signatures, tally):
    if owner not in names:
        tally.check(owner + ".*", False, "is not there")
        return
    for name, signature in expected.items():
        full = f"{owner}.{name}"
        if name not in names[owner]:
            tally.check(full, False, "CPython has it, the binary does not")
        elif signature in (None, "value") or name in ("__class__", "__class_getitem__"):
            tally.check(full, True, "")
        elif full not in signatures:
            tally.check(full, False, f"no signature, CPython: {signature}")
        else:
            wanted, got = parameters(signature), parameters(signatures[full])
            tally.check(full, wanted == got, f"signature ({got}), CPython: ({wanted})")
    for name in sorted(names[owner] - set(expected)):
        if not name.startswith("_"):
            tally.check(f"{owner}.{name}", False, "CPython does not have it")


def compare_binary(binary, surface, tally):
    """Compares names and signatures; returns {"module:qualified name": owner}."""
    names, signatures, places = ask_binary(binary, surface)
    signatures = prelude_signatures() | signatures
    for owner, expected in surface["types"].items():
        compare_owner(owner, expected, names, signatures, tally)
    for owner, expected in surface["modules"].items():
        # A module's own helpers may show in dir(), in CPython as well.
        known = {owner: names[owner] & set(expected)} if owner in names else {}
        compare_owner(owner, expected, known, signatures, tally)
    expected = {name: fields["signature"] for name, fields in surface["functions"].items()}
    compare_owner("builtins", expected, names, signatures, tally)
    return places


def wanted_calls(surface):
    """Every `owner.name` that fixtures must call, with a result and with an error."""
    for owner, members in surface["own"].items():
        # Helpers, and attributes that happen to be classes, are no methods.
        yield from (f"{owner}.{name}" for name in members
                    if name not in ("__class__", "__base__") and (not name.startswith("_") or name.startswith("__")))
    for owner, members in surface["modules"].items():
        yield from (f"{owner}.{name}" for name, signature in members.items() if signature != "value")
    yield from (f"builtins.{name}" for name, fields in surface["functions"].items()
               if fields["kind"] == "function" or name in surface["own"])


def check_calls(binary, surface, places, tally, jobs):
    """Runs the fixtures that pass, traced, and asks for a result and an error of each method."""
    with open(os.path.join(FIXTURES, "not_yet.txt"), encoding="utf-8") as stream:
        not_yet = {line.split(" ")[0] for line in stream}
    paths = [os.path.join(FIXTURES, name) for name in sorted(os.listdir(FIXTURES))
             if name.endswith(".py") and name[:-3] not in not_yet and not name.startswith("syntax__")]
    outcomes = {}
    for name, seen in trace_calls.trace_all(binary, paths, jobs).items():
        for place in places_of(name, places):
            outcomes.setdefault(place, set()).update(seen)
    for name in wanted_calls(surface):
        missing = {"result", "error"} - outcomes.get(name, set())
        tally.check(name, not missing, f"no fixture calls it with {' and with an '.join(sorted(missing, reverse=True))}")


def places_of(name, places):
    """What `module:Class.method` is called in surface.json."""
    module, _, inner = name.partition(":")
    yield f"{module}.{inner}"
    qualified, _, member = name.rpartition(".")
    if qualified in places:
        yield f"{places[qualified]}.{member}"
    if name in places and module != "builtins":
        yield places[name]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(ROOT, "build", "port", "exmonty"))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--names-only", action="store_true", help="do not run the fixtures")
    parser.add_argument("--verbose", action="store_true", help="list what is exempt")
    options = parser.parse_args()
    with open(os.path.join(FIXTURES, "surface.json"), encoding="utf-8") as stream:
        surface = json.load(stream)
    tally = Tally(read_exempt())
    if options.verbose:
        for name, reason in tally.exempt.items():
            print(f"exempt {name}: {reason}")
    binary = os.path.abspath(options.binary)
    places = compare_binary(binary, surface, tally)
    if not options.names_only:
        check_calls(binary, surface, places, tally, options.jobs)
        for name in tally.exempt.keys() - tally.used:
            tally.check("surface_exempt.txt", False, f"{name} excuses nothing")
    print("surface: {passed} passed, {failed} failed, {skipped} skipped".format(**tally.counts))
    return 1 if tally.counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
