# match with class patterns and __match_args__.
# recorded: CPython 3.14
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y

def where(p):
    match p:
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return f"y axis {y}"
        case Point(x, 0): return f"x axis {x}"
        case Point(x, y) if x == y: return "diagonal"
        case Point(): return "somewhere"
        case [Point(x, _), Point()]: return f"two from {x}"
        case _: return "not a point"

for p in (Point(0, 0), Point(0, 2), Point(3, 0), Point(4, 4), Point(1, 2), [Point(7, 1), Point(0, 0)], 5):
    print(where(p))
