#!/usr/bin/env python3
"""Builds the release binary (with --sanitize the sanitizer binary too) and runs every test against it (see scripts/test).

A part is one command; what it prints is shown only if it fails. Parts that count their tests themselves add their
counts to the last line, the others count as one.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
RELEASE = 'build'
SANITIZED = 'build-asan'
SANITIZED_OPTIONS = ['-Db_sanitize=address,undefined', '-Db_lundef=false', '-Db_ndebug=false', '-Doptimization=1']
CORES = os.cpu_count() or 2

ENVIRONMENT = {
    **os.environ,
    # A locked-down process cannot be inspected for leaks at its end, and all that a run allocates goes with its heap.
    'ASAN_OPTIONS': 'detect_leaks=0',
    'UBSAN_OPTIONS': 'print_stacktrace=1',
}
if os.path.isdir('/usr/lib/ccache'):
    ENVIRONMENT['PATH'] = '/usr/lib/ccache:' + os.environ['PATH']

# How the parts say what they counted: (passed, failed), and what they skipped.
COUNTS = [
    re.compile(r'test cases:\s+\d+ \|\s+(?P<passed>\d+) passed \|\s+(?P<failed>\d+) failed'),
    re.compile(r'^\w+: (?P<passed>\d+) passed, (?P<failed>\d+) failed(?:, (?P<skipped>\d+) skipped)?', re.M),
    re.compile(r'^Ok:\s+(?P<passed>\d+).*^Fail:\s+(?P<failed>\d+)', re.M | re.S),
    re.compile(r'^(?:(?P<doctests>\d+) doctests?, )?(?P<total>\d+) tests?, (?P<failed>\d+) failures?', re.M),
]


class Part:
    """One command, and afterwards what came of it. `cores` is what it keeps busy."""

    def __init__(self, name, command, folder=ROOT, cores=1, environment=None):
        self.name = name
        self.command = [str(word) for word in command]
        self.folder = folder
        self.cores = cores
        self.environment = {**ENVIRONMENT, **(environment or {})}
        self.passed = self.failed = self.skipped = 0
        self.output = ''
        self.seconds = 0.0

    def run(self):
        start = time.monotonic()
        done = subprocess.run(self.command, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.seconds = time.monotonic() - start
        self.output = done.stdout.decode('utf-8', 'replace')
        self.count(done.returncode)
        return self

    def count(self, status):
        for pattern in COUNTS:
            matches = list(pattern.finditer(self.output))
            if matches:
                found = {name: int(text or 0) for name, text in matches[-1].groupdict().items()}
                self.failed = found['failed']
                self.skipped = found.get('skipped', 0)
                self.passed = found.get('passed', found.get('total', 0) + found.get('doctests', 0) - self.failed)
                break
        else:
            self.passed = int(status == 0)
        if status != 0 and self.failed == 0:
            self.failed = 1
            self.output += f'\nexit status {status}\n'

    def report(self):
        counts = ', '.join([f'{self.passed} passed', *(f'{count} {word}' for count, word in
                            ((self.failed, 'failed'), (self.skipped, 'skipped')) if count)])
        print(f'{"FAILED" if self.failed else "ok":6} {self.name} ({counts}, {self.seconds:.1f} s)', flush=True)
        if self.failed:
            print('\n'.join('    ' + line for line in self.output.splitlines()[-200:]), flush=True)


def build(folder, options):
    """Configures once and builds the binary and all tests."""
    if not (ROOT / folder / 'build.ninja').exists():
        configured = Part(f'configure {folder}', ['meson', 'setup', folder, *options]).run()
        if configured.failed:
            return configured
    wanted = targets_of(folder)
    return Part(f'build {folder}', ['ninja', '-C', folder, *wanted], cores=CORES).run()


def targets_of(folder):
    listing = subprocess.run(['ninja', '-C', folder, '-t', 'targets', 'all'], cwd=ROOT, env=ENVIRONMENT,
                             capture_output=True, text=True).stdout
    known = {line.split(':')[0] for line in listing.splitlines()}
    return [name for name in ('all', 'unit', 'test/link/vm_only') if name in known]


def unit_parts(folder):
    for path in sorted((ROOT / folder / 'test/unit').glob('*')):
        if path.is_file() and os.access(path, os.X_OK):
            environment = {'ASAN_OPTIONS': 'detect_leaks=1', 'EXMONTY_BINARY': str(ROOT / folder / 'port/exmonty')}
            yield Part(f'unit {path.name} ({folder})', [path], environment=environment)


def program_parts(folder, fixture_modes):
    """What needs the binary: the Python programs, the hostile ones, the scripted conversations."""
    binary = ROOT / folder / 'port/exmonty'
    if not binary.exists():
        return
    runner = ROOT / 'scripts/run_fixtures.py'
    if runner.exists():
        for mode in fixture_modes:
            yield Part(f'fixtures {mode} ({folder})',
                       [runner, '--binary', binary, '--jobs', CORES, '--mode', mode], cores=CORES)
    if folder == RELEASE:
        yield Part('surface', [ROOT / 'scripts/check_surface.py', '--binary', binary, '--jobs', CORES], cores=CORES)
        # Memory strictly; two seconds more of the processor's time, as another machine may be half as quick. By hand, without
        # --grace and in both profiles, all bounds are strict.
        yield Part('hazards', [ROOT / 'scripts/run_hazards.py', '--binary', binary, '--profile', 'small', '--grace', '2',
                               '--jobs', CORES], cores=CORES)
    yield Part(f'talks ({folder})', ['meson', 'test', '-C', ROOT / folder, '--suite', 'protocol', '--print-errorlogs'])


def elixir_parts():
    folder = ROOT / 'elixir'
    if (folder / 'mix.exs').exists():
        environment = {'MIX_ENV': 'test', 'EXMONTY_BINARY': str(ROOT / RELEASE / 'port/exmonty')}
        yield Part('elixir format', ['mix', 'format', '--check-formatted'], folder, environment=environment)
        yield Part('elixir compile', ['mix', 'compile', '--warnings-as-errors'], folder, environment=environment)
        yield Part('elixir test', ['mix', 'test'], folder, cores=CORES, environment=environment)


def release_parts():
    yield Part('layers', [ROOT / 'scripts/check_layers.py'])
    yield Part('archives', [ROOT / 'scripts/check_archives.py', RELEASE])
    yield Part('protocol page', [ROOT / 'scripts/check_protocol.py', ROOT / RELEASE / 'port/exmonty'])
    link = ROOT / RELEASE / 'test/link/vm_only'
    if link.exists():
        yield Part('link', [link])
    yield from unit_parts(RELEASE)
    yield from program_parts(RELEASE, ['plain', 'stress-gc', 'stress-reload', 'stress-refuse'])
    yield from elixir_parts()


def sanitized_parts():
    yield from unit_parts(SANITIZED)
    yield from program_parts(SANITIZED, ['plain', 'stress-gc'])


def run_parts(parts):
    """Runs small parts side by side and those that fill the machine alone, reporting in order."""
    small = [part for part in parts if part.cores == 1]
    with concurrent.futures.ThreadPoolExecutor(CORES) as pool:
        for part in pool.map(Part.run, small):
            part.report()
    for part in parts:
        if part.cores > 1:
            part.run().report()
    return parts


def main():
    arguments = argparse.ArgumentParser(prog='scripts/test', description=__doc__)
    arguments.add_argument('parts', nargs='*', metavar='WORD',
                           help='run only parts whose name contains one of these, such as: unit fixtures elixir')
    arguments.add_argument('--sanitize', action='store_true', help='build with sanitizers as well and run the tests there too')
    arguments.add_argument('--check-options', action='store_true', help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.check_options:
        return 0

    def wanted(parts):
        return [part for part in parts if not options.parts or any(word in part.name for word in options.parts)]

    done = []
    for folder, build_options, parts_of in ((RELEASE, [], release_parts),
                                            (SANITIZED, SANITIZED_OPTIONS, sanitized_parts)):
        if folder == SANITIZED and not options.sanitize:
            continue
        built = build(folder, build_options)
        built.report()
        done.append(built)
        if not built.failed:
            done += run_parts(wanted(parts_of()))

    if not any(part for part in done if not part.name.startswith(('build', 'configure'))) and not any(p.failed for p in done):
        print('no part has a name with ' + ' or '.join(options.parts))
        return 2
    failed = [part for part in done if part.failed]
    if failed:
        print('failed: ' + '; '.join(part.name for part in failed))
    print(f'{sum(part.passed for part in done)} passed, {sum(part.failed for part in done)} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
