# Grades with weights, curves, ranks, and messages for each student.
# recorded: CPython 3.14
WEIGHTS = {"homework": 0.3, "midterm": 0.3, "final": 0.4}
RAW = {
    "Ana": {"homework": [90, 85, 100], "midterm": [88], "final": [92]},
    "Ben": {"homework": [70, None, 65], "midterm": [58], "final": [71]},
    "Cleo": {"homework": [100, 95, 98], "midterm": [95], "final": [None]},
    "Dan": {"homework": [], "midterm": [40], "final": [55]},
}
SCALE = [(90, "A"), (80, "B"), (70, "C"), (60, "D"), (0, "F")]

class Incomplete(Exception):
    pass

def average(scores, drop=0):
    present = sorted(s for s in scores if s is not None)[drop:]
    if not present:
        raise Incomplete("no scores")
    return sum(present) / len(present)

def final_grade(name, record, strict):
    total = used = 0
    for part, weight in WEIGHTS.items():
        try:
            total += weight * average(record[part], drop=len(record[part]) > 2)
            used += weight
        except Incomplete as error:
            if strict:
                raise Incomplete(f"{name}: {error} in {part}") from error
    return total / used

def letter(points):
    return next(mark for limit, mark in SCALE if points >= limit)

def ranks(points):
    order = sorted(points, key=points.get, reverse=True)
    out, last = {}, None
    for position, name in enumerate(order, 1):
        if last is None or points[name] != points[last]:
            rank = position
        out[name], last = rank, name
    return out

points, problems = {}, []
for name, record in RAW.items():
    try:
        points[name] = final_grade(name, record, strict=True)
    except Incomplete as error:
        problems.append(str(error))
        points[name] = final_grade(name, record, strict=False)
place = ranks(points)
width = max(map(len, points))
for name in sorted(points, key=lambda n: (place[n], n)):
    print(f"{place[name]}. {name:<{width}} {points[name]:6.2f} {letter(points[name])} {'*' * int(points[name] // 10)}")
print(*problems, sep="\n")
curve = 95 - max(points.values())
curved = {n: min(100, p + curve) for n, p in points.items()}
changed = {n: letter(points[n]) + "->" + letter(c) for n, c in curved.items() if letter(c) != letter(points[n])}
print(f"{curve:+.2f}", changed)
print({mark: [n for n in points if letter(points[n]) == mark] for _, mark in SCALE})
print(ranks({"a": 5, "b": 5, "c": 3, "d": 9}))
