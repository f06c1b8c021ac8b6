#!/usr/bin/env python3
"""Records and checks the expectations of test/python with CPython.

    scripts/oracle.py --install            fetch CPython 3.14 (npm's pyodide) into the oracle folder
    scripts/oracle.py --record [NAME...]   write <fixture>.out, <fixture>.err and the header lines
    scripts/oracle.py --check  [NAME...]   compare what is recorded with what CPython says today
    scripts/oracle.py --surface            write test/python/surface.json (what dir() shows)

NAME selects the fixtures whose name contains it; with none, all of them are taken; --missing: only new or changed ones.

Two CPythons are asked. 3.14 is the specification; the copy that npm has is a 32-bit build, so that hashes, set order,
overflow and recursion depth are those of 3.13 (64 bits). When the two disagree, 3.14 is recorded and the difference is
printed, so that a person decides; a fixture whose second line is `# recorded: CPython 3.13, <why>` takes 3.13's word.
3.13 runs twice, with two hash seeds: a fixture that depends on the seed is refused.

Environment: EXMONTY_ORACLE (folder of 3.14, default ~/.cache/exmonty/oracle), EXMONTY_PYTHON313 (a python3.13).
"""

import argparse
import concurrent.futures
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FIXTURES = os.path.join(ROOT, "test", "python")
ORACLE = os.environ.get("EXMONTY_ORACLE", os.path.expanduser("~/.cache/exmonty/oracle"))
PYENV_313 = os.path.expanduser("~/.pyenv/versions/3.13.0/bin/python3")
PYTHON313 = os.environ.get("EXMONTY_PYTHON313") or (PYENV_313 if os.path.exists(PYENV_313) else "python3.13")
TIMEOUT = 60

# Runs inside 3.14, once for all fixtures; each gets a fresh __main__ and fresh streams.
DRIVER = r'''
import builtins, io, json, linecache, sys, traceback, types

def run_fixture(source):
    """Runs one program as `python FILE` would; returns its stdout, stderr and exit code."""
    main = types.ModuleType("__main__")
    main.__dict__["__builtins__"] = builtins
    main.__dict__["__file__"] = "FILE"
    saved = sys.stdout, sys.stderr, sys.modules.get("__main__"), sys.getrecursionlimit(), sys.excepthook
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8", errors="backslashreplace", write_through=True)
    sys.modules["__main__"] = main
    with open("FILE", "w", encoding="utf-8", newline="") as stream:
        stream.write(source)  # the compiler's errors quote the line from the file
    linecache.clearcache()
    code = 0
    try:
        exec(compile(source, "FILE", "exec"), main.__dict__)
    except SystemExit as exit:
        status = exit.code
        if status is None:
            code = 0
        elif isinstance(status, int):
            code = status & 0xFF
        else:
            print(status, file=sys.stderr)
            code = 1
    except BaseException as error:
        code = 1
        first = error.__traceback__
        error.__traceback__ = None if isinstance(error, SyntaxError) and first.tb_next is None else first.tb_next
        traceback._print_exception_bltin(error)
    finally:
        sys.stdout.flush()
        texts = [out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8")]
        sys.stdout, sys.stderr, sys.modules["__main__"] = saved[0], saved[1], saved[2]
        sys.setrecursionlimit(saved[3])
        sys.excepthook = saved[4]
    return json.dumps(texts + [code])
'''

NODE = r'''
import { readFileSync, writeFileSync } from "node:fs";
const [pyodide, driver, jobs, replies] = process.argv.slice(2);
const { loadPyodide } = await import("file://" + pyodide);
const python = await loadPyodide();
python.runPython(readFileSync(driver, "utf8"));
const run = python.globals.get("run_fixture");
const results = {};
for (const path of readFileSync(jobs, "utf8").split("\n").filter(Boolean)) {
    process.stderr.write(path + "\n");
    try {
        results[path] = JSON.parse(run(readFileSync(path, "utf8")));
    } catch (error) {
        results[path] = ["", "oracle: " + error.message, 99];
    }
}
writeFileSync(replies, JSON.stringify(results));
'''

# What dir() and inspect show of a type or a module; run by 3.14 (--surface). Types that have no public name:
SURFACE_MODULES = ["math", "json", "sys", "time", "collections", "itertools", "functools"]
SURFACE_EXPRESSIONS = {
    "dict_keys": "type({}.keys())", "dict_values": "type({}.values())", "dict_items": "type({}.items())",
    "generator": "type(x for x in [])", "function": "type(lambda: 0)", "method": "type((lambda self: 0).__get__(0))",
    "NoneType": "type(None)", "ellipsis": "type(...)", "NotImplementedType": "type(NotImplemented)",
    "list_iterator": "type(iter([]))", "tuple_iterator": "type(iter(()))", "str_iterator": "type(iter(chr(233)))",
    "str_ascii_iterator": "type(iter(''))", "bytes_iterator": "type(iter(b''))", "range_iterator": "type(iter(range(0)))",
    "longrange_iterator": "type(iter(range(2 ** 70)))", "set_iterator": "type(iter(set()))",
    "iterator": "type(iter(type('Items', (), {'__getitem__': len})()))", "callable_iterator": "type(iter(len, 0))",
    "dict_keyiterator": "type(iter({}))", "dict_valueiterator": "type(iter({}.values()))",
    "dict_itemiterator": "type(iter({}.items()))", "dict_reversekeyiterator": "type(reversed({}))",
    "dict_reversevalueiterator": "type(reversed({}.values()))", "dict_reverseitemiterator": "type(reversed({}.items()))",
    "list_reverseiterator": "type(reversed([]))", "mappingproxy": "type(type.__dict__)", "module": "type(__import__('math'))",
    "builtin_function_or_method": "type(len)", "method_descriptor": "type(str.upper)",
    "classmethod_descriptor": "type(dict.__dict__['fromkeys'])", "wrapper_descriptor": "type(int.__add__)",
    "method-wrapper": "type((1).__add__)", "getset_descriptor": "type(type.__dict__['__doc__'])",
    "GenericAlias": "type(list[int])",
    "functools._lru_cache_wrapper": "type(__import__('functools').lru_cache(len))",
    "collections._deque_iterator": "type(iter(__import__('collections').deque()))",
    "collections._odict_iterator": "type(iter(__import__('collections').OrderedDict()))",
    "collections.odict_keys": "type(__import__('collections').OrderedDict().keys())",
    "itertools._grouper": "type(next(__import__('itertools').groupby('a'))[1])",
    "json.JSONDecodeError": "__import__('json').JSONDecodeError",
}
SURFACE_PROGRAM = r'''
import builtins, inspect, json

def signature(thing):
    try:
        return str(inspect.signature(thing))
    except (ValueError, TypeError):
        return None

def describe(thing):
    return {name: signature(getattr(thing, name)) if callable(getattr(thing, name, None)) else "value"
            for name in dir(thing)}

def define_type(owner, expression):
    kind = eval(expression)
    result["expressions"][owner] = expression
    result["types"][owner] = describe(kind)
    result["own"][owner] = sorted(name for name in vars(kind) if callable(getattr(kind, name, None)))

result = {"expressions": {}, "types": {}, "own": {}, "functions": {}, "modules": {}}
for name in dir(builtins):
    if name.startswith("_") and name not in ("__import__", "__build_class__"):
        continue
    thing = getattr(builtins, name)
    kind = "type" if isinstance(thing, type) else "function" if callable(thing) else "value"
    result["functions"][name] = {"kind": kind, "signature": signature(thing) if callable(thing) else None}
    if kind == "type" and thing.__name__ == name:
        define_type(name, name)
for name in MODULES:
    module = __import__(name)
    public = getattr(module, "__all__", None) or [key for key in dir(module) if not key.startswith("_")]
    result["modules"][name] = {key: value for key, value in describe(module).items() if key in public}
    for key in public:
        if isinstance(getattr(module, key), type) and getattr(module, key).__module__ == name:
            define_type(name + "." + key, f"__import__('{name}').{key}")
for name, expression in TYPES.items():
    define_type(name, expression)
print(json.dumps(result))
'''


def fixture_paths(names):
    every = sorted(name for name in os.listdir(FIXTURES) if name.endswith(".py"))
    paths = [os.path.join(FIXTURES, name) for name in every if not names or any(part in name for part in names)]
    return [path for path in paths if "\n# recorded: by hand" not in read(path)]


def header_exit(source):
    """The exit code that a fixture's header states, or None."""
    found = re.search(r"^# exit: (\d+)$", source, re.M)
    return int(found.group(1)) if found else None


def takes_313(source):
    return re.search(r"^# recorded: CPython 3\.13", source, re.M) is not None


def ask_314(paths):
    """Runs all paths in one 3.14; {path: [out, err, code]}."""
    pyodide = os.path.join(ORACLE, "node_modules", "pyodide", "pyodide.mjs")
    if not os.path.exists(pyodide):
        sys.exit("CPython 3.14 is not installed: run scripts/oracle.py --install")
    with tempfile.TemporaryDirectory() as folder:
        files = {name: os.path.join(folder, name) for name in ("node.mjs", "driver.py", "jobs", "replies")}
        for name, text in (("node.mjs", NODE), ("driver.py", DRIVER), ("jobs", "\n".join(paths))):
            with open(files[name], "w", encoding="utf-8") as stream:
                stream.write(text)
        command = ["node", files["node.mjs"], pyodide, files["driver.py"], files["jobs"],
                   files["replies"]]
        try:
            done = subprocess.run(command, capture_output=True, timeout=TIMEOUT + len(paths), text=True)
        except subprocess.TimeoutExpired as late:
            sys.exit("CPython 3.14 hangs; the last fixture is: " + (late.stderr or b"").decode()[-300:])
        if not os.path.exists(files["replies"]):
            sys.exit("CPython 3.14 failed:\n" + done.stdout[-2000:] + done.stderr[-3000:])
        with open(files["replies"], encoding="utf-8") as stream:
            return json.load(stream)


def ask_313(path, seed):
    """Runs one path in 3.13 under a hash seed; [out, err, code]."""
    environment = {"PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1", "PATH": "/usr/bin:/bin", "NO_COLOR": "1",
                   "PYTHONDONTWRITEBYTECODE": "1"}
    name = os.path.basename(path)
    try:
        done = subprocess.run([PYTHON313, "-s", "-P", name], capture_output=True, timeout=TIMEOUT, env=environment,
                              cwd=os.path.dirname(path), stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return ["", "timeout", -1]
    error = done.stderr.decode("utf-8").replace(os.path.join(os.path.dirname(path), name), "FILE")
    return [done.stdout.decode("utf-8"), error.replace(name, "FILE"), done.returncode]


def show_difference(title, left, right, limit=12):
    lines = list(difflib.unified_diff(left.splitlines(), right.splitlines(), "recorded", title, lineterm="", n=1))
    for line in lines[:limit]:
        print("      " + line)
    if len(lines) > limit:
        print(f"      … {len(lines) - limit} more lines")


def with_headers(source, recorded, code):
    """The fixture's text with its `# recorded:` line (second line) and, when code is not None, `# exit:`."""
    lines = source.split("\n")
    if not lines[0].startswith("#"):
        return None
    lines = [lines[0]] + [line for line in lines[1:3] if not re.match(r"# (recorded|exit): ", line)] + lines[3:]
    head = [recorded]
    if code is not None:
        head.append(f"# exit: {code}")
    return "\n".join(lines[:1] + head + lines[1:])


def read(path):
    try:
        with open(path, encoding="utf-8", newline="") as stream:
            return stream.read()
    except FileNotFoundError:
        return None


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as stream:
        stream.write(text)


def expectation_paths(path):
    stem = path[:-3]
    return stem + ".out", stem + ".err"


def add_headers(paths, exits):
    """Headers are written before anything runs, because they move the lines that tracebacks name."""
    good = []
    for path in paths:
        source = read(path)
        kept = re.search(r"^# recorded: CPython 3\.13.*$", source, re.M)
        recorded = kept.group(0) if kept else "# recorded: CPython 3.14"
        text = with_headers(source, recorded, exits.get(path, header_exit(source)))
        if text is None:
            print(f"{os.path.basename(path)}: the first line must be a comment that says what is shown")
            continue
        if text != source:
            write(path, text)
        good.append(path)
    return good


def answers(paths):
    """For each path: (source, 3.14's answer, 3.13's two answers)."""
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        first = {path: pool.submit(ask_313, path, 1) for path in paths}
        second = {path: pool.submit(ask_313, path, 2) for path in paths}
        new = ask_314([path for path in paths if not takes_313(read(path))])
        for path in paths:
            yield path, read(path), new.get(path), first[path].result(), second[path].result()


def record(paths, exits=None):
    failures = 0
    unusual = {}
    for path, source, new, old, again in answers(add_headers(paths, exits or {})):
        name = os.path.basename(path)
        chosen = old if new is None else new
        if old != again:
            print(f"{name}: depends on the hash seed (or on time)")
            show_difference("other seed", old[0] + old[1], again[0] + again[1])
            failures += 1
            continue
        if chosen[2] != (1 if chosen[1] else 0) and header_exit(source) != chosen[2]:
            unusual[path] = chosen[2]
            continue
        if new is not None and new != old:
            print(f"{name}: 3.13 differs (exit {new[2]} / {old[2]})")
            show_difference("3.13", new[0] + new[1], old[0] + old[1])
        if chosen[1] and len(chosen[0]) < 2 and not name.startswith(("traceback", "syntax")):
            print(f"{name}: prints nothing before it fails: {chosen[1].splitlines()[-1]}")
        out_path, error_path = expectation_paths(path)
        write(out_path, chosen[0])
        if chosen[1]:
            write(error_path, chosen[1])
        elif os.path.exists(error_path):
            os.remove(error_path)
    if unusual:
        failures += record(list(unusual), unusual)
    print(f"oracle: {len(paths) - len(unusual)} recorded, {failures} refused")
    return failures


def check(paths):
    failures = 0
    for path, source, new, old, again in answers(paths):
        out_path, error_path = expectation_paths(path)
        recorded = (read(out_path), read(error_path) or "")
        chosen = old if new is None else new
        if recorded != (chosen[0], chosen[1]) or old != again:
            failures += 1
            print(f"{os.path.basename(path)}: differs from CPython")
            show_difference("CPython", (recorded[0] or "") + recorded[1], chosen[0] + chosen[1])
    print(f"oracle: {len(paths) - failures} agree, {failures} differ")
    return failures


def surface():
    program = SURFACE_PROGRAM.replace("TYPES", repr(SURFACE_EXPRESSIONS)).replace("MODULES", repr(SURFACE_MODULES))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "surface.py")
        write(path, program)
        out, error, _ = ask_314([path])[path]
        if error:
            sys.exit(error)
        document = {"recorded": "CPython 3.14, scripts/oracle.py --surface"} | json.loads(out)
        write(os.path.join(FIXTURES, "surface.json"), json.dumps(document, indent=1, sort_keys=True) + "\n")
    return 0


def install():
    os.makedirs(ORACLE, exist_ok=True)
    return subprocess.run(["npm", "install", "--prefix", ORACLE, "--no-audit", "--no-fund", "pyodide"]).returncode


def is_stale(path):
    out_path, _ = expectation_paths(path)
    return not os.path.exists(out_path) or os.path.getmtime(out_path) < os.path.getmtime(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    group = parser.add_mutually_exclusive_group(required=True)
    for flag in ("--install", "--record", "--check", "--surface"):
        group.add_argument(flag, action="store_true")
    parser.add_argument("--missing", action="store_true", help="only fixtures that are new or have changed")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    if options.install:
        return install()
    if options.surface:
        return surface()
    paths = fixture_paths(options.names)
    if options.missing:
        paths = [path for path in paths if is_stale(path)]
    return 1 if (record if options.record else check)(paths) else 0


if __name__ == "__main__":
    sys.exit(main())
