"""Runs the fixtures of test/python and tells which methods they call: `owner.name` with a result, and with an error.

Each fixture's calls are rewritten, `f(x)` to `_called_(f, x)`, where _called_ makes the call and says on standard error whose
method it was and how it ended. What the rewritten program prints besides is of no interest: scripts/run_fixtures.py has
compared the original. Programs that this Python cannot parse, and those that exmonty does not pass yet, count for nothing.
"""

import ast
import concurrent.futures
import os
import re
import subprocess
import tempfile

# Asked of the frame that calls them: `locals()` becomes `_returned_(locals, locals())`.
OF_THE_FRAME = {"super", "locals", "globals", "vars", "dir", "eval", "exec"}
MARK = "\x01called "
TRACER = '''
def _make_tracer_():
    import sys
    write, seen, natives = sys.stderr.write, set(), ("builtin_function_or_method", "method-wrapper")

    def name_of(kind):
        return kind.__module__ + ":" + kind.__qualname__

    def names_in(kind, name):
        """The method of the class that was asked, and of the library's class that has it."""
        found = [name_of(kind) + "." + name]
        for base in type.__dict__["__mro__"].__get__(kind):
            if base.__module__ != "__main__" and name in base.__dict__:
                return found + [name_of(base) + "." + name]
        return found

    def names_in_modules(function):
        """What modules call it."""
        for module in list(sys.modules.values()):
            if module.__name__ != "__main__" and vars(module).get(function.__name__) is function:
                yield module.__name__ + ":" + function.__name__

    def names_of_python(function):
        """Of a function written in Python: also what else its class calls it, as __copy__ for copy."""
        owner = vars(sys.modules[function.__module__]).get(function.__qualname__.partition(".")[0])
        aliases = [name for name, value in vars(owner).items() if value is function] if isinstance(owner, type) else []
        return [function.__module__ + ":" + function.__qualname__] + [name_of(owner) + "." + name for name in aliases]

    def names_of(function, arguments):
        kind = type(function)
        names = [name_of(kind) + ".__call__"]
        if hasattr(function, "__name__"):
            names += names_in_modules(function)
        if isinstance(function, type):
            return names + [name_of(function), name_of(function) + ".__new__", name_of(function) + ".__init__"]
        if kind.__name__ == "method":
            names += names_in(type(function.__self__), function.__func__.__name__)
            function = function.__func__
            kind = type(function)
        if kind.__name__ == "function":
            return names + names_of_python(function)
        if kind.__name__ in natives and not (isinstance(function.__self__, type(sys)) and kind.__name__ == natives[0]):
            owner, name = function.__self__, function.__name__
            if owner is None:
                # `None.__eq__` is bound to None, `str.maketrans` to nothing.
                return names + names_in(type(None), name) + ["builtins:" + function.__qualname__]
            is_its_own = isinstance(owner, type) and any(name in base.__dict__ for base in owner.__mro__)
            return names + (names_in(owner, name) if is_its_own else []) + names_in(type(owner), name)
        if getattr(function, "__objclass__", None):
            # A method that the class of the first argument has from another counts for that class too.
            if arguments and isinstance(arguments[0], function.__objclass__):
                names += names_in(type(arguments[0]), function.__name__)
            return names + [name_of(function.__objclass__) + "." + function.__name__]
        if arguments and hasattr(function, "__objclass__"):
            return names + names_in(type(arguments[0]), function.__name__)
        return names + [function.__module__ + ":" + function.__qualname__]

    def note(function, arguments, outcome):
        try:
            names = names_of(function, arguments)
        except (AttributeError, KeyError):
            return
        for name in names:
            line = name + " " + outcome
            if line not in seen:
                seen.add(line)
                write("MARK" + line + "\\n")

    def called(function, /, *arguments, **keywords):
        try:
            result = function(*arguments, **keywords)
        except BaseException:
            note(function, arguments, "error")
            raise
        note(function, arguments, "result")
        return result

    def returned(function, result):
        note(function, (), "result")
        return result

    return called, returned


_called_, _returned_ = _make_tracer_()
'''.replace("MARK", MARK.replace("\x01", "\\x01"))


class Rewriter(ast.NodeTransformer):
    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in OF_THE_FRAME and not node.args:
            return ast.Call(ast.Name("_returned_", ast.Load()), [node.func, node], [])
        return ast.Call(ast.Name("_called_", ast.Load()), [node.func, *node.args], node.keywords)


def rewritten(source):
    """The program with its calls traced, or None."""
    try:
        tree = ast.fix_missing_locations(Rewriter().visit(ast.parse(source)))
        first = 0
        for number, statement in enumerate(tree.body):
            if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
                first = number + 1
        tree.body[first:first] = ast.parse(TRACER).body
        return ast.unparse(tree)
    except (SyntaxError, ValueError, RecursionError):
        return None


def trace(binary, path, folder):
    """The set of (name, outcome) of one fixture."""
    with open(path, encoding="utf-8") as stream:
        text = rewritten(stream.read())
    if text is None:
        return set()
    program = os.path.join(folder, os.path.basename(path))
    with open(program, "w", encoding="utf-8", errors="surrogatepass") as stream:
        stream.write(text)
    try:
        done = subprocess.run([binary, "run", program], capture_output=True, stdin=subprocess.DEVNULL, timeout=30)
    except subprocess.TimeoutExpired:
        return set()
    text = done.stderr.decode("utf-8", "replace")
    return {tuple(line.split(" ")) for line in re.findall(f"^{MARK}(.*)$", text, re.M)}


def trace_all(binary, fixtures, jobs):
    """{name: {outcome: fixtures}} of all fixtures (their paths)."""
    result = {}
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for path, notes in zip(fixtures, pool.map(lambda path: trace(binary, path, folder), fixtures)):
            for name, outcome in notes:
                result.setdefault(name, {}).setdefault(outcome, []).append(os.path.basename(path))
    return result
