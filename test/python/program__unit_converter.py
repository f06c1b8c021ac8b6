# Conversions through a graph of units, with parsing of quantities.
# recorded: CPython 3.14
FACTORS = {("km", "m"): 1000, ("m", "cm"): 100, ("cm", "mm"): 10, ("mi", "km"): 1.609344, ("ft", "in"): 12,
           ("in", "cm"): 2.54, ("h", "min"): 60, ("min", "s"): 60, ("kg", "g"): 1000, ("lb", "kg"): 0.45359237}

class UnitError(ValueError):
    pass

GRAPH = {}
for (a, b), factor in FACTORS.items():
    GRAPH.setdefault(a, []).append((b, factor))
    GRAPH.setdefault(b, []).append((a, 1 / factor))

def factor(source, target):
    for unit in (source, target):
        if unit not in GRAPH:
            raise UnitError(f"unknown unit {unit!r}")
    stack, seen = [(source, 1)], {source}
    while stack:
        unit, so_far = stack.pop()
        if unit == target:
            return so_far
        for other, f in GRAPH[unit]:
            if other not in seen:
                seen.add(other)
                stack.append((other, so_far * f))
    raise UnitError(f"cannot convert {source} to {target}")

class Quantity:
    def __init__(self, value, unit):
        self.value, self.unit = value, unit

    @classmethod
    def parse(cls, text):
        text = text.strip()
        i = next((i for i, c in enumerate(text) if c.isalpha()), len(text))
        try:
            return cls(float(text[:i]), text[i:].strip())
        except ValueError:
            raise UnitError(f"bad number in {text!r}") from None

    def to(self, unit):
        return Quantity(self.value * factor(self.unit, unit), unit)

    def __add__(self, other):
        if not isinstance(other, Quantity):
            return NotImplemented
        return Quantity(self.value + other.to(self.unit).value, self.unit)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __eq__(self, other):
        return isinstance(other, Quantity) and abs(self.value - other.to(self.unit).value) < 1e-9

    def __lt__(self, other):
        return self.value < other.to(self.unit).value

    def __repr__(self):
        return f"{self.value:.6g} {self.unit}"

for text, unit in [("5 km", "mi"), ("6ft", "cm"), ("90 min", "h"), ("1 mi", "in"), ("2.5lb", "g"), ("1000 mm", "m")]:
    print(text, "=", Quantity.parse(text).to(unit))
print(Quantity(1, "km") + Quantity(500, "m"), sum([Quantity(1, "m"), Quantity(50, "cm")]), Quantity(1, "h") == Quantity(3600, "s"))
print(sorted([Quantity(1, "mi"), Quantity(1, "km"), Quantity(5000, "ft")]), max(Quantity(1, "kg"), Quantity(3, "lb")))
for action in (lambda: Quantity(1, "km").to("kg"), lambda: Quantity.parse("x km"), lambda: Quantity(1, "parsec").to("m"), lambda: Quantity(1, "m") + 1):
    try:
        print(action())
    except (UnitError, TypeError) as error:
        print(type(error).__name__, error)
