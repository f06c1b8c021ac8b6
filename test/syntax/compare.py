"""Compares our parser with CPython's: trees with positions, and errors.

    python3 compare.py corpus PATH… > sources.json           Python files and folders
    python3 compare.py mutants COUNT PATH… > sources.json    what is left of them after small changes
    python3 compare.py expect sources.json > expected.json   what this CPython makes of them (use a 3.14)
    python3 compare.py check PARSE_DUMP sources.json expected.json
    python3 compare.py record syntax_errors.def              the rows of that table, as this CPython has them

PARSE_DUMP is the executable of parse_dump.cpp. A source is a string, or a list of a string and a mode ("eval").
"""

import ast
import json
import pathlib
import random
import sys
import warnings

sys.setrecursionlimit(100_000)
warnings.simplefilter("ignore")


def text(value):
    return quoted(value.encode("utf-8", "surrogatepass"))


def quoted(value):
    plain = all(32 <= byte <= 126 and byte not in b"'\\" for byte in value)
    return "'" + value.decode() + "'" if plain else "x'" + value.hex() + "'"


def number(value):
    return "%.17g" % value


def scalar(value):
    match value:
        case str():
            return text(value)
        case bytes():
            return "b" + quoted(value)
        case bool() | None:
            return repr(value)
        case int():
            return hex(value)
        case float():
            return number(value)
        case complex():
            return number(value.imag) + "j"
        case _:
            return "Ellipsis"


PLAIN = {"conversion", "level", "simple", "is_async"}
ALWAYS = {("Constant", "value"), ("MatchSingleton", "value")}


def dump(node, out):
    """As test/support/ast_dump.cpp prints it."""
    if node is None:
        out.append("None")
        return
    name = type(node).__name__
    out.append(name + "(")
    first = True

    def start(field):
        nonlocal first
        out.append(f"{'' if first else ', '}{field}=")
        first = False

    for field in node._fields:
        value = getattr(node, field, None)
        if (value is None or value == []) and (name, field) not in ALWAYS:
            continue
        start(field)
        if isinstance(value, list):
            out.append("[")
            for index, item in enumerate(value):
                if index:
                    out.append(", ")
                out.append(text(item)) if isinstance(item, str) else dump(item, out)
            out.append("]")
        elif isinstance(value, ast.AST):
            dump(value, out)
        elif field == "kind":
            out.append(value)
        elif field in PLAIN:
            out.append(str(value))
        else:
            out.append(scalar(value))
    for field in node._attributes:
        start(field)
        out.append(str(getattr(node, field)))
    out.append(")")


def expected(source, mode="exec"):
    try:
        tree = compile(source, "f", mode, ast.PyCF_ONLY_AST)
        out = []
        dump(tree, out)
        return "".join(out)
    except MemoryError as error:
        return f"MemoryError|{error}|None"
    except RecursionError:
        return "skip"
    except ValueError as error:
        return "skip"
    except SyntaxError as error:
        message = escape(error.msg)
        if error.lineno is None:
            return f"{type(error).__name__}|{message}|None"
        line = "None" if error.text is None else escape(error.text)
        numbers = f"{error.lineno}|{error.offset}|{error.end_lineno}|{error.end_offset}"
        return f"{type(error).__name__}|{message}|{numbers}|{line}"


def escape(value):
    return value.replace("\\", "\\\\").replace("\n", "\\n").encode("utf-8", "replace").decode("utf-8")


def files(arguments):
    for argument in map(pathlib.Path, arguments):
        yield from sorted(argument.rglob("*.py")) if argument.is_dir() else [argument]


def mutants(source, count, generator):
    tokens = ["(", ")", "[", "]", "{", "}", ":", ",", "=", "==", ":=", "*", "**", ".", "if", "else", "for", "in", "not",
              "lambda", "def", "class", "import", "from", "as", "with", "try", "except", "while", "yield", "await",
              "async", "x", "1", "'", '"', "f'", "\n", "    ", "\t", ";", "@", "->", "!", "del", "pass", "None", "\\",
              "match", "case", "type", "|", "+", "-", "print", "0", "_", "raise", "return", "assert", "global"]
    for _ in range(count):
        at = generator.randrange(len(source))
        choice = generator.randrange(4)
        if choice == 0:
            yield source[:at] + generator.choice(tokens) + source[at:]
        elif choice == 1:
            yield source[:at] + source[at + generator.randrange(1, 6):]
        elif choice == 2:
            yield source[:at]
        else:
            yield source[:at] + " " + generator.choice(tokens) + " " + source[at:]


def ask(program, sources):
    """Our answers, one line for each source."""
    import subprocess

    requests = b""
    for source, mode in sources:
        data = source.encode("utf-8", "surrogatepass")
        requests += f"{mode} {len(data)}\n".encode() + data
    answers = subprocess.run([program], input=requests, stdout=subprocess.PIPE, check=False).stdout
    return answers.decode("utf-8", "replace").split("\n")


def check(program, sources, expected, limit):
    answers = ask(program, sources)
    same = different = 0
    for index, ((source, mode), want) in enumerate(zip(sources, expected, strict=True)):
        if want == "skip":
            continue
        got = answers[index] if index < len(answers) else "(no answer)"
        if got == want:
            same += 1
            continue
        different += 1
        if different > limit:
            continue
        at = max(0, next((i for i, (a, b) in enumerate(zip(got, want)) if a != b), min(len(got), len(want))) - 100)
        print(f"{index} {mode}: {source[:400]!r}")
        print(f"  ours    …{got[at:at + 300]}\n  CPython …{want[at:at + 300]}")
    print(f"{same} same, {different} different")
    return different


def record(path):
    """The rows of a table of errors are also JSON, but for ROW() around them."""
    for line in pathlib.Path(path).read_text().rstrip("\n").split("\n"):
        if not line.startswith("ROW("):
            print(line)
            continue
        source, mode, *_ = json.loads("[" + line[4:-1] + "]")
        try:
            compile(source, "f", mode, ast.PyCF_ONLY_AST)
        except SyntaxError as error:
            row = [source, mode, type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno,
                   error.end_offset, error.text]
            print("ROW(" + json.dumps(row, ensure_ascii=False)[1:-1] + ")")


def load(path):
    entries = json.loads(pathlib.Path(path).read_text())
    return [(entry, "exec") if isinstance(entry, str) else tuple(entry) for entry in entries]


def main():
    command, *arguments = sys.argv[1:]
    if command == "corpus":
        json.dump([path.read_text("utf-8", "surrogateescape") for path in files(arguments)], sys.stdout)
    elif command == "mutants":
        generator = random.Random(1)
        texts = [path.read_text("utf-8", "ignore") for path in files(arguments[1:])]
        sources = [mutant for text in texts if text for mutant in mutants(text, int(arguments[0]), generator)]
        json.dump(sources, sys.stdout)
    elif command == "record":
        record(arguments[0])
    elif command == "expect":
        print(json.dumps([expected(source, mode) for source, mode in load(arguments[0])]))
    else:
        program, sources, wanted, *limit = arguments
        wanted = json.loads(pathlib.Path(wanted).read_text())
        sys.exit(1 if check(program, load(sources), wanted, int(limit[0]) if limit else 20) else 0)


if __name__ == "__main__":
    main()
