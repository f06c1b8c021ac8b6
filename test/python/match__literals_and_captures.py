# match with literals, captures, guards, alternatives and the wildcard.
# recorded: CPython 3.14
def f(x):
    match x:
        case 0 | 1: return "small"
        case -5: return "minus five"
        case "a" | b"a": return "a"
        case None: return "none"
        case True: return "true"
        case [1, y]: return f"one and {y}"
        case [a, *rest] if len(rest) > 2: return f"long {a} {rest}"
        case (a, b): return f"pair {a} {b}"
        case {"k": v, **others}: return f"map {v} {others}"
        case str() as s: return f"str {s}"
        case int(n) if n > 100: return f"big {n}"
        case float(): return "float"
        case _: return "other"

for x in (0, 1, -5, "a", b"a", None, True, [1, 2], (1, 2, 3, 4), [5, 6], {"k": 1, "z": 2}, "text", 500, 5, 1.5, {}, []):
    print(repr(x), f(x))
