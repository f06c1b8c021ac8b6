#!/usr/bin/env python3
"""Runs hostile programs under small limits and checks that each ends as it may.

    scripts/run_hazards.py [--binary build/port/exmonty] [--filter TEXT]... [--profile small|tiny] [--jobs N]
                           [--grace SECONDS] [--slow FACTOR] [--memory-slack MIB] [--keep FOLDER] [--verbose]

The rows stand in test/hazards/*.toml and test/limits/*.toml; test/hazards/README.md describes the fields. For every row
the run must end by itself (no signal), in one of the allowed ways, within its time, and within its memory as the kernel
saw it. `--slow 20 --memory-slack 400` is for sanitizer binaries. The last line is
`hazards: N passed, N failed, N skipped`; with --verbose the skipped rows name the feature that is missing.
"""

import argparse
import concurrent.futures
import os
import re
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import tomllib

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDERS = ("hazards", "limits")
MIB = 1 << 20

PROFILES = {
    "small": {"max_memory": 64 * MIB, "max_duration_secs": 1.0, "max_recursion_depth": 200, "max_output": MIB},
    "tiny": {"max_memory": 4 * MIB, "max_duration_secs": 0.05, "max_recursion_depth": 200, "max_output": MIB},
}
# The ends that a limit brings: the exception of the last line of stderr.
LIMIT_ENDS = {"memory": "MemoryError", "time": "TimeoutError", "output": "OutputLimitError", "steps": "StepLimitError"}
EXIT_LIMIT = 3
# What a program gets that can only be ended by its time limit.
ENDLESS_SECONDS = 0.25
# What a process may take beside what its program may use.
BASELINE_MIB = 12


class Row:
    """One hostile input and the ways in which it may end."""

    def __init__(self, file, folder, fields):
        self.name = f"{folder}/{file}.{fields.pop('name')}"
        self.source = fields.pop("source", None)
        self.make = fields.pop("make", None)
        self.stdin = fields.pop("stdin", None)
        self.ends = fields.pop("ends", ["ok"])
        self.output = fields.pop("output", None)
        self.needs = fields.pop("needs", None)
        self.limits = fields.pop("limits", {})
        self.profiles = fields.pop("profiles", ["small", "tiny"] if self.stdin is None else ["small"])
        fields.pop("why", None)
        if fields:
            raise ValueError(f"{self.name}: unknown fields {sorted(fields)}")

    def input_expression(self):
        if self.stdin is not None:
            return self.stdin
        return self.make if self.make is not None else repr(self.source)


def read_rows(filters):
    rows = []
    for folder in FOLDERS:
        path = os.path.join(ROOT, "test", folder)
        for name in sorted(os.listdir(path)):
            if name.endswith(".toml"):
                with open(os.path.join(path, name), "rb") as stream:
                    document = tomllib.load(stream)
                rows += [Row(name[:-5], folder, dict(fields)) for fields in document["row"]]
    names = [row.name for row in rows]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        sys.exit(f"rows with the same name: {sorted(twice)}")
    return [row for row in rows if not filters or any(text in row.name for text in filters)]


def frame(body):
    """A frame of the port's protocol: length and body. For use in `stdin` expressions."""
    return struct.pack(">I", len(body)) + body


def write_input(expression, path):
    """Evaluates a row's expression in a child process, so that this one stays small (see peak_of)."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            value = eval(expression, {"frame": frame, "struct": struct})
            data = value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
            with open(path, "wb") as stream:
                stream.write(data)
            code = 0
        except BaseException as error:
            print(f"{expression[:80]}: {error!r}", file=sys.stderr)
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1] == 0


def peak_of(usage):
    """A child's peak memory in MiB, or 0 when it hides below our own: the kernel counts ours until the exec."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return usage.ru_maxrss / 1024 if usage.ru_maxrss > own + 512 else 0


class Outcome:
    def __init__(self, status, usage, out, error, killed):
        self.signal = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
        self.exit = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
        self.seconds = usage.ru_utime + usage.ru_stime
        self.peak = peak_of(usage)
        self.out = out
        self.error = error
        self.killed = killed

    def last_error(self):
        """The exception's name and text as the last lines of stderr give them."""
        for line in reversed(self.error.decode("utf-8", "backslashreplace").splitlines()):
            found = re.match(r"[ |]*((?:\w+\.)*[A-Z]\w*(?:: .*|))$", line)
            if found:
                return found.group(1)
        return ""


def execute(command, folder, stdin_path, wall_limit):
    with open(os.path.join(folder, "out"), "w+b") as out, open(os.path.join(folder, "err"), "w+b") as error, \
            open(stdin_path or os.devnull, "rb") as stdin:
        process = subprocess.Popen(command, stdin=stdin, stdout=out, stderr=error, cwd=folder)
        killed = threading.Event()

        def kill():
            killed.set()
            os.kill(process.pid, signal.SIGKILL)

        timer = threading.Timer(wall_limit, kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = status
        out.seek(0)
        error.seek(0)
        return Outcome(status, usage, out.read(8 * MIB), error.read(32 * MIB), killed.is_set())


def end_of(outcome):
    """How a run ended: ok, a limit's word, exit:N, or the name of the Python exception."""
    last = outcome.last_error()
    kind = last.split(":")[0].rsplit(".", 1)[-1]
    if outcome.exit == 0:
        return "ok"
    if outcome.exit == EXIT_LIMIT:
        return next((word for word, name in LIMIT_ENDS.items() if name == kind), kind)
    return kind if outcome.exit == 1 and kind else f"exit:{outcome.exit}"


def allowed(row, profile, end, outcome):
    """Whether the row may end like this. Under the tiny profile memory and time may run out anywhere."""
    if profile == "tiny" and end in ("memory", "time"):
        return True
    for entry in row.ends:
        name, _, text = entry.partition(": ")
        same = name == end or name == "SyntaxError" and end in ("IndentationError", "TabError")
        if same and (not text or text in outcome.last_error()):
            return True
    return False


def only_frames(data):
    """Whether data is a sequence of whole frames."""
    at = 0
    while at + 4 <= len(data):
        at += 4 + struct.unpack_from(">I", data, at)[0]
    return at == len(data)


def check(row, profile, outcome, limits, size, options, patience):
    if outcome.killed:
        return [f"did not end: killed after {outcome.seconds:.1f} s of CPU"]
    if outcome.signal:
        return [f"killed by signal {outcome.signal}"]
    complaints = []
    if row.stdin is not None:
        if not only_frames(outcome.out):
            complaints.append("stdout is not a sequence of whole frames")
        if row.ends != ["any"] and f"exit:{outcome.exit}" not in row.ends:
            complaints.append(f"exit {outcome.exit}, allowed: {row.ends}")
    else:
        end = end_of(outcome)
        if not allowed(row, profile, end, outcome):
            complaints.append(f"ended in {end} ({outcome.last_error()[:160]}), allowed: {row.ends}")
        if end == "ok" and row.output is not None and outcome.out.decode("utf-8", "replace") != row.output:
            complaints.append(f"printed {outcome.out[:160]!r}, {row.output[:160]!r} expected")
    most = (limits["max_duration_secs"] * patience * 1.1 + options.grace) * options.slow
    if outcome.seconds > most:
        complaints.append(f"took {outcome.seconds:.2f} s of CPU, {most:.2f} allowed")
    room = limits["max_memory"] / MIB * 1.1 + BASELINE_MIB + options.memory_slack + 2 * size / MIB
    if outcome.peak > room:
        complaints.append(f"peak of {outcome.peak:.0f} MiB, {room:.0f} allowed")
    return complaints


def command_of(row, limits, options, patience):
    """Limits of time are wall time: `patience` stretches them for a machine that is busy with other things."""
    if row.stdin is not None:
        return [options.binary, "port"]
    command = [options.binary, "run", "program.py"]
    for key, value in limits.items():
        if key == "max_duration_secs":
            value *= patience
        command += ["--limit", f"{key}={value}"]
    return command


def starved(row, profile, outcome, limits, options):
    """Whether a run ended for want of time, though it was given less of the processor than it may use."""
    late = outcome.killed or row.stdin is None and end_of(outcome) == "time" and not allowed(row, profile, "time", outcome)
    return late and outcome.seconds < limits["max_duration_secs"] * options.slow * 0.9


def run(row, profile, options):
    """Returns the list of complaints."""
    limits = PROFILES[profile] | row.limits
    if row.ends == ["time"] and "max_duration_secs" not in row.limits:
        limits["max_duration_secs"] = min(limits["max_duration_secs"], ENDLESS_SECONDS)
    with tempfile.TemporaryDirectory(dir=options.keep) as folder:
        path = os.path.join(folder, "program.py")
        if not write_input(row.input_expression(), path):
            return ["the row's input cannot be made"]
        size = os.path.getsize(path)
        for patience in (1, 4 * options.slow, 16 * options.slow):
            wall_limit = limits["max_duration_secs"] * 4 * patience + 10
            outcome = execute(command_of(row, limits, options, patience), folder,
                              path if row.stdin is not None else None, wall_limit)
            if not starved(row, profile, outcome, limits, options):
                break
        return check(row, profile, outcome, limits, size, options, patience)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(ROOT, "build", "port", "exmonty"))
    parser.add_argument("--filter", action="append", default=[], help="part of a row's name; several are alternatives")
    parser.add_argument("--profile", choices=list(PROFILES))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--grace", type=float, default=0.25, help="seconds beside the time limit")
    parser.add_argument("--slow", type=float, default=1, help="factor on all times (sanitizer binaries)")
    parser.add_argument("--memory-slack", type=float, default=0, help="MiB beside the memory limit")
    parser.add_argument("--keep", help="folder for the programs; default: the system's")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    rows = read_rows(options.filter)
    jobs = [(row, profile) for row in rows for profile in row.profiles if options.profile in (None, profile)]
    counts = {"passed": 0, "failed": 0, "skipped": 0}

    def job(item):
        return ["skipped: " + item[0].needs] if item[0].needs else run(*item, options)

    with concurrent.futures.ThreadPoolExecutor(max_workers=options.jobs) as pool:
        for (row, profile), complaints in zip(jobs, pool.map(job, jobs)):
            state = "skipped" if row.needs else "failed" if complaints else "passed"
            counts[state] += 1
            if state == "failed" or state == "skipped" and options.verbose:
                print(f"{'FAILED' if state == 'failed' else state} {row.name} ({profile})")
                for line in complaints:
                    print("    " + line)
                sys.stdout.flush()
    print("hazards: {passed} passed, {failed} failed, {skipped} skipped".format(**counts))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
