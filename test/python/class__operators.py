# __add__, __radd__ and the protocol of NotImplemented.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class Vec:
    def __init__(self, *v): self.v = v
    def __add__(self, o):
        if not isinstance(o, Vec): return NotImplemented
        return Vec(*(a + b for a, b in zip(self.v, o.v)))
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __eq__(self, o): return isinstance(o, Vec) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"Vec{self.v}"
    def __len__(self): return len(self.v)
    def __getitem__(self, i): return self.v[i]
    def __bool__(self): return any(self.v)
    def __iter__(self): return iter(self.v)
    def __call__(self, k): return Vec(*(x * k for x in self.v))
show(lambda: (
    Vec(1, 2) + Vec(3, 4), sum([Vec(1, 1), Vec(2, 2)]), Vec(1) == Vec(1), Vec(1) != Vec(2), {Vec(1): "a"}[Vec(1)],
    sorted([Vec(3), Vec(1)]), len(Vec(1, 2, 3)), Vec(1, 2)[1], Vec(1, 2)[::-1], bool(Vec(0, 0)), list(Vec(1, 2)),
    Vec(1, 2)(3), Vec(1) in [Vec(1)], Vec(2) > Vec(1), max(Vec(1), Vec(5)), [*Vec(7, 8)], Vec(1) == 1,
))
show(lambda: Vec(1) + 1)
show(lambda: 1 + Vec(1))
show(lambda: Vec(1) < 5)
show(lambda: Vec(1) <= Vec(2))
show(lambda: Vec(1) - Vec(2))
show(lambda: Vec(1)[5])
show(lambda: Vec(1)("a", "b"))
v = Vec(1)
v += Vec(2)
show(lambda: v)
class R(Vec):
    def __radd__(self, o): return "R.radd"
show(lambda: (Vec(1) + R(2), R(2) + Vec(1)))
