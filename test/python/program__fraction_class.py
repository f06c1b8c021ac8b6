# Exact fractions: arithmetic, parsing, continued fractions, Egyptian fractions.
# recorded: CPython 3.14
from math import gcd

class Fraction:
    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError(f"{top}/0")
        if bottom < 0:
            top, bottom = -top, -bottom
        g = gcd(top, bottom)
        self.top, self.bottom = top // g, bottom // g

    @classmethod
    def parse(cls, text):
        top, slash, bottom = text.partition("/")
        if slash:
            return cls(int(top), int(bottom))
        whole, _, part = top.partition(".")
        return cls(int(whole + part), 10 ** len(part))

    def __add__(self, other):
        if isinstance(other, int):
            other = Fraction(other)
        if not isinstance(other, Fraction):
            return NotImplemented
        return Fraction(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)
    __radd__ = __add__

    def times(self, other): return Fraction(self.top * other.top, self.bottom * other.bottom)
    def inverse(self): return Fraction(self.bottom, self.top)
    def negated(self): return Fraction(-self.top, self.bottom)
    def __eq__(self, other):
        return (self.top, self.bottom) == ((other.top, other.bottom) if isinstance(other, Fraction) else (other, 1))
    def __lt__(self, other): return self.top * other.bottom < other.top * self.bottom
    def __hash__(self): return hash((self.top, self.bottom)) if self.bottom != 1 else hash(self.top)
    def __bool__(self): return self.top != 0
    def __repr__(self): return f"{self.top}/{self.bottom}" if self.bottom != 1 else str(self.top)

    def continued(self):
        f = self
        while True:
            whole = f.top // f.bottom
            yield whole
            f = f + -whole
            if not f:
                return
            f = f.inverse()

    def egyptian(self):
        f = self
        while f:
            n = -(-f.bottom // f.top)
            yield Fraction(1, n)
            f = f + Fraction(-1, n)

half, third = Fraction(1, 2), Fraction(-2, -6)
print(half, third, half + third, half + 1, 1 + half, sum([half, third, Fraction(1, 6)]), half.times(third), half == Fraction(2, 4), Fraction(4, 2) == 2)
print(sorted([half, third, Fraction(3, 8), Fraction(-1)]), {half: "h"}[Fraction(5, 10)], {2: "int"}[Fraction(4, 2)], bool(Fraction(0)), half.negated())
print([Fraction.parse(t) for t in ("3/4", "-6/8", "0.125", "12", "3.14159")])
print(list(Fraction(415, 93).continued()), list(Fraction(7, 15).egyptian()), list(Fraction(5, 121).egyptian())[:3])
h = sum((Fraction(1, n) for n in range(1, 31)), Fraction(0))
print(h, h.top / h.bottom)
for bad in (lambda: Fraction(1, 0), lambda: Fraction(0).inverse(), lambda: Fraction.parse("x/2"), lambda: half + 0.5, lambda: half < 1):
    try:
        print(bad())
    except (ZeroDivisionError, ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
