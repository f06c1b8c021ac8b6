#!/usr/bin/env python3
"""Runs the fixtures of test/python on an exmonty binary and compares with what CPython printed.

    scripts/run_fixtures.py [--binary build/port/exmonty] [--mode plain|stress-gc|stress-reload|stress-refuse|all]
                            [--filter TEXT]... [--jobs N] [--timeout SECONDS] [--verbose]

A fixture that stands in test/python/not_yet.txt is run too: when it fails it counts as skipped, when it passes the run
fails, so that the list shrinks. A stress mode fails a fixture that was collected or reloaded less often than it has
safepoints (of a long one: less than 20 times) and says how often it was: of each fixture with --verbose, in all in a line
before the last. The last line is `fixtures: N passed, N failed, N skipped`.
"""

import argparse
import concurrent.futures
import difflib
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FIXTURES = os.path.join(ROOT, "test", "python")
FLAGS = {"plain": [], "stress-gc": ["--stress-gc"], "stress-reload": ["--stress-reload"],
         "stress-refuse": ["--stress-refuse"]}
# Reloads at every safepoint below this many, at least LEAST_RELOADS times above it.
MANY_SAFEPOINTS = 2000
LEAST_RELOADS = 20


class Fixture:
    """One program and what CPython printed for it."""

    def __init__(self, name):
        self.name = name
        path = os.path.join(FIXTURES, name)
        with open(path + ".py", encoding="utf-8") as stream:
            header = "".join(stream.readline() for _ in range(3))
        self.out = read_bytes(path + ".out")
        self.error = read_bytes(path + ".err") or b""
        stated = re.search(r"^# exit: (\d+)$", header, re.M)
        self.exit = int(stated.group(1)) if stated else 1 if self.error else 0
        # A program that does not compile never runs, so there is nothing to count.
        last = self.error.rstrip().rpartition(b"\n")[2]
        self.is_refused = b"Traceback" not in self.error and last.startswith((b"SyntaxError", b"IndentationError", b"TabError"))


def read_bytes(path):
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except FileNotFoundError:
        return None


def read_list(name):
    """{fixture name: reason}; a line is `name  reason`, `#` starts a comment."""
    result = {}
    with open(os.path.join(FIXTURES, name), encoding="utf-8") as stream:
        for line in stream:
            name, _, reason = line.strip().partition(" ")
            if name and not name.startswith("#"):
                result[name] = reason.strip()
    return result


def difference(title, expected, actual, limit=12):
    left, right = (text.decode("utf-8", "backslashreplace").splitlines() for text in (expected, actual))
    lines = list(difflib.unified_diff(left, right, title + " expected", title, lineterm="", n=1))[2:]
    if not lines:
        return [f"{title}: line ends differ"]
    more = [f"… {len(lines) - limit} more lines"] if len(lines) > limit else []
    return [f"{title}:"] + lines[:limit] + more


def take_stress_line(error, mode):
    """Splits the last line `STRESS safepoints=n collections=n reloads=n` off; returns (rest, complaints, times done)."""
    found = re.search(rb"STRESS safepoints=(\d+) collections=(\d+) reloads=(\d+)\n\Z", error)
    if not found:
        return error, ["no STRESS line at the end of stderr"], None
    safepoints, collections, reloads = (int(number) for number in found.groups())
    if mode == "stress-refuse":
        return error[:found.start()], [], collections
    if mode == "stress-gc":
        done, what, wanted = collections, "collected", safepoints
    else:
        done, what, wanted = reloads, "reloaded", safepoints if safepoints < MANY_SAFEPOINTS else LEAST_RELOADS
    complaints = [] if done >= wanted else [f"{what} {done} times, {safepoints} safepoints: {wanted} wanted"]
    return error[:found.start()], complaints, done


def run(fixture, mode, options):
    """Returns the list of complaints, empty when the fixture passes, and how often a stress mode did what it does."""
    if fixture.out is None:
        return ["not recorded: run scripts/oracle.py --record " + fixture.name], None
    name = fixture.name + ".py"
    command = [options.binary, "run", name] + FLAGS[mode]
    try:
        done = subprocess.run(command, cwd=FIXTURES, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=options.timeout)
    except subprocess.TimeoutExpired:
        return [f"no end within {options.timeout} s"], None
    except OSError as error:
        return [str(error)], None
    error, complaints, times = (done.stderr, [], None)
    if mode != "plain" and not fixture.is_refused:
        error, complaints, times = take_stress_line(error, mode)
    # One native may ask for memory more often than once between two refusals, and be refused for good.
    if mode == "stress-refuse" and done.returncode == 3 and error.endswith(b"MemoryError: the memory limit was reached\n"):
        return [], times
    error = error.replace(name.encode(), b"FILE")
    if done.returncode < 0:
        complaints.append(f"killed by signal {-done.returncode}")
    elif done.returncode != fixture.exit:
        complaints.append(f"exit {done.returncode}, {fixture.exit} expected")
    if done.stdout != fixture.out:
        complaints += difference("stdout", fixture.out, done.stdout)
    if error != fixture.error:
        complaints += difference("stderr", fixture.error, error)
    return complaints, times


def report(mode, fixture, complaints, not_yet, options):
    """Prints what is worth it; returns passed, failed or skipped."""
    reason = not_yet.get(fixture.name)
    title = fixture.name if mode == "plain" else f"{fixture.name} ({mode})"
    if reason is not None and complaints:
        if options.verbose:
            print(f"skipped {title}: {reason}")
        return "skipped"
    if reason is not None and mode == "plain":
        print(f"FAILED {title}: passes, take it out of not_yet.txt")
        return "failed"
    if not complaints:
        return "passed"
    print(f"FAILED {title}")
    for line in complaints if options.verbose else complaints[:30]:
        print("    " + line)
    return "failed"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=os.path.join(ROOT, "build", "port", "exmonty"))
    parser.add_argument("--mode", default="plain", choices=[*FLAGS, "all"])
    parser.add_argument("--filter", action="append", default=[], help="part of a name; several are alternatives")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--timeout", type=float, default=30)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)

    names = sorted(name[:-3] for name in os.listdir(FIXTURES) if name.endswith(".py"))
    not_yet = read_list("not_yet.txt")
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    stressed = {mode: {} for mode in FLAGS if mode != "plain"}
    for name in sorted(set(not_yet) - set(names)):
        print(f"FAILED not_yet.txt names {name}, which is not there")
        counts["failed"] += 1
    fixtures = [Fixture(name) for name in names if not options.filter or any(part in name for part in options.filter)]
    modes = list(FLAGS) if options.mode == "all" else [options.mode]
    jobs = [(mode, fixture) for mode in modes for fixture in fixtures]
    with concurrent.futures.ThreadPoolExecutor(max_workers=options.jobs) as pool:
        results = pool.map(lambda job: run(job[1], job[0], options), jobs)
        for (mode, fixture), (complaints, times) in zip(jobs, results):
            if times is not None:
                stressed[mode][fixture.name] = times
                if options.verbose:
                    print(f"{fixture.name} ({mode}): {times} times")
            counts[report(mode, fixture, complaints, not_yet, options)] += 1
            sys.stdout.flush()
    for mode, times in stressed.items():
        if times:
            some = sum(1 for number in times.values() if number >= LEAST_RELOADS)
            print(f"{mode}: {sum(times.values())} times in {len(times)} fixtures, {some} of them at least {LEAST_RELOADS} times, "
                  f"the others at each of their safepoints")
    print("fixtures: {passed} passed, {failed} failed, {skipped} skipped".format(**counts))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
