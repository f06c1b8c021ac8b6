# Polynomials with arithmetic, evaluation, derivatives, roots and printing.
# recorded: CPython 3.14
class Poly:
    def __init__(self, *coefficients):
        c = list(coefficients)
        while c and c[-1] == 0:
            c.pop()
        self.c = tuple(c)

    @property
    def degree(self):
        return len(self.c) - 1

    def __add__(self, other):
        other = other if isinstance(other, Poly) else Poly(other)
        n = max(len(self.c), len(other.c))
        pad = lambda c: c + (0,) * (n - len(c))
        return Poly(*(a + b for a, b in zip(pad(self.c), pad(other.c))))

    __radd__ = __add__

    def times(self, other):
        out = [0] * (len(self.c) + len(other.c))
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                out[i + j] += a * b
        return Poly(*out)

    def __call__(self, x):
        result = 0
        for a in reversed(self.c):
            result = result * x + a
        return result

    def __eq__(self, other):
        return isinstance(other, Poly) and self.c == other.c

    def __hash__(self):
        return hash(self.c)

    def __bool__(self):
        return bool(self.c)

    def __repr__(self):
        terms = []
        for power, a in reversed(list(enumerate(self.c))):
            if a:
                number = "" if abs(a) == 1 and power else f"{abs(a):g}"
                variable = "" if power == 0 else "x" if power == 1 else f"x^{power}"
                terms.append(("-" if a < 0 else "+", number + variable))
        if not terms:
            return "0"
        first, *rest = terms
        return ("-" if first[0] == "-" else "") + first[1] + "".join(f" {s} {t}" for s, t in rest)

    def derivative(self):
        return Poly(*(i * a for i, a in enumerate(self.c) if i))

    def root(self, x=1.0, tolerance=1e-12, limit=100):
        slope = self.derivative()
        for _ in range(limit):
            step = self(x) / slope(x)
            x -= step
            if abs(step) < tolerance:
                return round(x, 9) + 0.0
        raise ArithmeticError(f"no root of {self} found")

p, q = Poly(-2, 0, 1), Poly(1, 1)
print(p, q, p + q, p + 5, 5 + p, p.times(q), p.degree, Poly(), Poly(0, 0).degree, Poly(0, -1, 0, 2.5))
print([p(x) for x in range(-2, 3)], p(0.5), q.times(q).times(q), p.derivative(), p.derivative().derivative())
print(p.root(), Poly(-6, 11, -6, 1).root(5.0), sum([p, q, q]), p == Poly(-2, 0, 1, 0), {p: "p"}[Poly(-2, 0, 1)], bool(Poly()))
for bad in (lambda: Poly(1).root(), lambda: Poly(1, 0, 1).root(0.5), lambda: p + "x"):
    try:
        print(bad())
    except (ArithmeticError, TypeError) as error:
        print(type(error).__name__, error)
