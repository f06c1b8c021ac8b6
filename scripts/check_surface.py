#!/usr/bin/env python3
"""Compares what exmonty's types and modules offer with CPython's, and asks for a fixture of each method.

    scripts/check_surface.py [--binary build/port/exmonty] [--fixtures-only] [--verbose]

1. For every builtin type, builtin function and module of test/python/surface.json (recorded from CPython 3.14 by
   `scripts/oracle.py --surface`) a small program asks the binary for dir() and __text_signature__. A name that CPython has
   and the binary has not is a failure, and so is a signature that differs; a public name that CPython does not have, too.
2. Every public method of the listed types, every function of the listed modules and every builtin function must be named in
   the `# covers:` line of a fixture. Such a fixture uses the method and prints a result and an error: it has an `except`
   clause (or calls show(), which has one), or ends in a traceback.

What is left out on purpose stands in test/python/surface_exempt.txt: one `owner.name  reason` a line (`owner.*` and `*.name` for all).
The last line is `surface: N passed, N failed, N exempt`.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FIXTURES = os.path.join(ROOT, "test", "python")
# Types whose methods need fixtures; the others are only compared by name.
COVERED_TYPES = ["int", "float", "str", "bytes", "list", "tuple", "dict", "set", "frozenset", "range", "slice",
                 "dict_keys", "dict_values", "dict_items", "generator", "property", "BaseException", "type"]
PROGRAM = '''
def tell(kind, owner, thing):
    names = sorted(dir(thing))
    print(kind, owner, *names)
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
        self.counts = {"passed": 0, "failed": 0, "exempt": 0}

    def check(self, name, good, complaint):
        """Counts one fact about `owner.name`."""
        owner, _, member = name.partition(".")
        if good:
            self.counts["passed"] += 1
        elif {name, owner + ".*", "*." + member} & self.exempt.keys():
            self.counts["exempt"] += 1
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
    """({owner: set of names}, {owner.name: __text_signature__}) of the binary."""
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
    names, signatures = {}, {}
    for line in done.stdout.splitlines():
        kind, owner, *rest = line.split(" ")
        if kind == "signature":
            signatures[owner] = " ".join(rest)
        elif kind != "missing":
            names[owner] = set(rest)
    return names, signatures


def parameters(text):
    """A signature's text in one spelling: without self, and without the spaces and the width of the platform."""
    inner = text.strip()[1:-1].replace("2147483647", "sys.maxsize")
    parts = [part.strip() for part in re.split(r",(?![^(\[{]*[)\]}])", inner) if part.strip()]
    if parts and parts[0] in ("self", "$self", "$module", "$type", "$cls"):
        parts = parts[1:]
    if parts and parts[0] == "/":
        parts = parts[1:]
    return ",".join(re.sub(r"\s*=\s*", "=", part) for part in parts)


def compare_owner(owner, expected, names, signatures, tally):
    if owner not in names:
        tally.check(owner + ".*", False, "is not there")
        return
    for name, signature in expected.items():
        full = f"{owner}.{name}"
        if name not in names[owner]:
            tally.check(full, False, "CPython has it, the binary does not")
        elif signature not in (None, "value") and full in signatures:
            wanted, got = parameters(signature), parameters(signatures[full])
            tally.check(full, wanted == got, f"signature ({got}), CPython: ({wanted})")
        else:
            tally.check(full, True, "")
    for name in sorted(names[owner] - set(expected)):
        if not name.startswith("_"):
            tally.check(f"{owner}.{name}", False, "CPython does not have it")


def compare_binary(binary, surface, tally):
    names, signatures = ask_binary(binary, surface)
    for owner, expected in surface["types"].items():
        compare_owner(owner, expected, names, signatures, tally)
    for owner, expected in surface["modules"].items():
        # A module's own helpers may show in dir(), in CPython as well.
        known = {owner: names[owner] & set(expected)} if owner in names else {}
        compare_owner(owner, expected, known, signatures, tally)
    expected = {name: fields["signature"] for name, fields in surface["functions"].items()}
    compare_owner("builtins", expected, names, signatures, tally)


def read_covers():
    """{owner.name: [fixture text]} of all `# covers:` lines, with the mistakes that were found."""
    covers, mistakes = {}, []
    for name in sorted(os.listdir(FIXTURES)):
        if not name.endswith(".py"):
            continue
        with open(os.path.join(FIXTURES, name), encoding="utf-8") as stream:
            text = stream.read()
        found = re.search(r"^# covers: (.*)$", text, re.M)
        if not found:
            continue
        has_error = "except" in text or os.path.exists(os.path.join(FIXTURES, name[:-3] + ".err"))
        body = text[found.end():]
        for covered in found.group(1).split():
            called = covered.rsplit(".", 1)[-1]
            if not re.search(r"\b" + re.escape(called) + r"\b", body):
                mistakes.append(f"{name} says that it covers {covered}, but does not use it")
            elif not has_error:
                mistakes.append(f"{name} says that it covers {covered}, but shows no error")
            else:
                covers.setdefault(covered, []).append(name)
    return covers, mistakes


def wanted_fixtures(surface):
    """Every `owner.name` that needs a fixture of a result and of an error."""
    inherited = surface["types"]["object"]
    for owner in COVERED_TYPES:
        for name, signature in surface["types"][owner].items():
            if not name.startswith("_") and name not in inherited and signature != "value":
                yield f"{owner}.{name}"
    for owner, members in surface["modules"].items():
        for name, signature in members.items():
            if signature != "value":
                yield f"{owner}.{name}"
    for name, fields in surface["functions"].items():
        if fields["kind"] == "function" or name in COVERED_TYPES or name in (
                "enumerate", "zip", "map", "filter", "reversed", "super", "classmethod", "staticmethod", "object", "bool"):
            yield f"builtins.{name}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(ROOT, "build", "port", "exmonty"))
    parser.add_argument("--fixtures-only", action="store_true", help="do not ask a binary")
    parser.add_argument("--verbose", action="store_true", help="list what is exempt")
    options = parser.parse_args()
    with open(os.path.join(FIXTURES, "surface.json"), encoding="utf-8") as stream:
        surface = json.load(stream)
    tally = Tally(read_exempt())
    if options.verbose:
        for name, reason in tally.exempt.items():
            print(f"exempt {name}: {reason}")
    if not options.fixtures_only:
        compare_binary(os.path.abspath(options.binary), surface, tally)
    covers, mistakes = read_covers()
    for mistake in mistakes:
        tally.check("covers", False, mistake)
    for name in wanted_fixtures(surface):
        tally.check(name, name in covers, "no fixture covers it (a result and an error)")
    print("surface: {passed} passed, {failed} failed, {exempt} exempt".format(**tally.counts))
    return 1 if tally.counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
