# Log lines flow through generators: parse, filter, sessions, top lists, alerts.
# recorded: CPython 3.14
from collections import Counter, defaultdict
from itertools import chain, groupby, islice, takewhile

LINES = """10:00:01 ann GET /home 200 120
10:00:02 bob GET /home 200 80
10:00:05 ann GET /cart 200 340
10:00:06 bot GET /admin 403 5
10:00:07 bot GET /admin 403 5
10:00:07 bot POST /login 500 5
garbage line
10:00:09 bot GET /admin 403 6
10:04:30 bob POST /cart 201 210
10:12:00 ann GET /home 304 0
10:12:01 cy GET /help 404 12
10:12:59 cy GET /home 200 x
"""

def parse(lines, errors):
    for number, line in enumerate(lines, 1):
        try:
            time, user, method, path, status, size = line.split()
            h, m, s = map(int, time.split(":"))
            yield {"at": h * 3600 + m * 60 + s, "user": user, "method": method, "path": path, "status": int(status), "size": int(size)}
        except ValueError as error:
            errors.append((number, str(error)))

def sessions(records, gap=300):
    opened = {}
    for r in records:
        current = opened.get(r["user"])
        if current and r["at"] - current[-1]["at"] <= gap:
            current.append(r)
        else:
            if current:
                yield r["user"], current
            opened[r["user"]] = [r]
    yield from opened.items()

def alerts(records, limit=3, window=10):
    recent = defaultdict(list)
    for r in records:
        if r["status"] >= 400:
            times = recent[r["user"]]
            times.append(r["at"])
            while times[0] < r["at"] - window:
                times.pop(0)
            if len(times) == limit:
                yield f"{r['user']} failed {limit} times by {clock(r['at'])}"

def clock(seconds):
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"

def tee_to(records, sink):
    for r in records:
        sink.append(r)
        yield r

errors, kept = [], []
pipeline = alerts(tee_to(parse(LINES.splitlines(), errors), kept))
print(next(pipeline), len(kept))
print(list(pipeline), len(kept))
for number, problem in errors:
    print(f"line {number}: {problem}")
for user, records in sorted(sessions(kept), key=lambda s: (s[1][0]["at"], s[0])):
    print(f"{user:<4}{clock(records[0]['at'])} {records[-1]['at'] - records[0]['at']:>4}s {' '.join(r['path'] for r in records)}")
print(Counter(r["path"] for r in kept).most_common(2), Counter(r["status"] // 100 for r in kept) == {2: 4, 4: 4, 5: 1, 3: 1})
by_user = {u: sum(r["size"] for r in g) for u, g in groupby(sorted(kept, key=lambda r: r["user"]), key=lambda r: r["user"])}
print(by_user, max(by_user, key=by_user.get))
early = list(takewhile(lambda r: r["at"] < 36010, kept))
print(len(early), [r["user"] for r in islice(kept, 1, None, 3)], list(chain.from_iterable((r["method"], r["status"]) for r in kept[:2])))

def running(values):
    total = n = 0
    while True:
        value = yield (total / n if n else None)
        total, n = total + value, n + 1

average = running(())
next(average)
print([round(average.send(r["size"]), 1) for r in kept])
def bucket(records, size):
    for key, group in groupby(records, key=lambda r: r["at"] // size * size):
        yield clock(key), sum(1 for _ in group)
print(dict(bucket(kept, 60)))
