# Versions, constraints and a backtracking resolver of packages.
# recorded: CPython 3.14
from functools import total_ordering

@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split("."))
    def __eq__(self, other): return self.parts == other.parts
    def __lt__(self, other): return self.parts < other.parts
    def __hash__(self): return hash(self.parts)
    def __repr__(self): return ".".join(map(str, self.parts))

OPS = {">=": lambda a, b: a >= b, "<=": lambda a, b: a <= b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
       "<": lambda a, b: a < b, ">": lambda a, b: a > b}

def parse(text):
    for i, c in enumerate(text):
        if c in "<>=!":
            name, rest = text[:i], text[i:]
            checks = []
            for part in rest.split(","):
                op = next(o for o in (">=", "<=", "==", "!=", "<", ">") if part.startswith(o))
                checks.append((OPS[op], Version(part[len(op):])))
            return name, lambda v: all(op(v, w) for op, w in checks)
    return text, lambda v: True

INDEX = {
    "app": {"1.0": ["web>=2.0", "db"]},
    "web": {"1.0": [], "2.0": ["util>=1.0,<2.0"], "2.1": ["util>=2.0"], "3.0": ["util>=2.0", "tls"]},
    "db": {"1.0": ["util<2.0"], "1.1": ["util<=1.5"]},
    "util": {"0.9": [], "1.0": [], "1.5": [], "2.0": []},
    "tls": {"0.1": ["util>=3.0"]},
    "loop": {"1.0": ["loop2"]}, "loop2": {"1.0": ["loop"]},
}

class Conflict(Exception):
    pass

tries = 0
def resolve(wanted, chosen=()):
    global tries
    tries += 1
    if not wanted:
        return dict(chosen)
    first, *rest = wanted
    name, fits = parse(first)
    current = dict(chosen)
    if name in current:
        if not fits(current[name]):
            raise Conflict(f"{first} against {name} {current[name]}")
        return resolve(rest, chosen)
    if name not in INDEX:
        raise Conflict(f"no package {name}")
    problem = Conflict(f"no version for {first}")
    for version in sorted(map(Version, INDEX[name]), reverse=True):
        if fits(version):
            try:
                return resolve(rest + INDEX[name][repr(version)], chosen + ((name, version),))
            except Conflict as error:
                problem = error
    raise problem

print(resolve(["app"]), tries)
for wanted in (["web"], ["util>1.0,!=2.0"], ["loop"], ["app", "util>=2.0"], ["nope"], ["web==2.1", "db"], ["tls"]):
    try:
        print(wanted, "->", resolve(wanted))
    except Conflict as error:
        print(wanted, "-> Conflict:", error)
print(sorted(map(Version, ["1.10", "1.9", "1.2.3", "1.2"])), Version("1.0") != Version("1.0.0"), max(Version("2.0"), Version("10.0")))
