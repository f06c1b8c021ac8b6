# Shapes with inheritance, a registry, sorting and a report.
# recorded: CPython 3.14
import math

class Shape:
    registry = {}
    sides = None

    def __init__(self, name=None):
        self.name = name or type(self).__name__.lower()

    def area(self):
        raise NotImplementedError(f"{type(self).__name__}.area")

    def scale(self, factor):
        return type(self)(*(v * factor for v in self.dimensions()))

    def dimensions(self):
        return ()

    def __lt__(self, other):
        return self.area() < other.area()

    def __eq__(self, other):
        return type(self) is type(other) and self.dimensions() == other.dimensions()

    def __hash__(self):
        return hash((type(self), self.dimensions()))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.dimensions()))})"

def register(cls):
    Shape.registry[cls.__name__.lower()] = cls
    return cls

@register
class Circle(Shape):
    def __init__(self, radius):
        super().__init__()
        self.radius = radius
    def dimensions(self): return (self.radius,)
    def area(self): return math.pi * self.radius ** 2

@register
class Rectangle(Shape):
    sides = 4
    def __init__(self, width, height):
        super().__init__()
        self.width, self.height = width, height
    def dimensions(self): return self.width, self.height
    def area(self): return self.width * self.height

@register
class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)
    def dimensions(self): return (self.width,)

@register
class Blob(Shape):
    pass

def parse(line):
    kind, *numbers = line.split()
    try:
        return Shape.registry[kind](*map(float, numbers))
    except KeyError:
        raise ValueError(f"unknown shape {kind!r}") from None
    except TypeError as error:
        raise ValueError(f"{kind}: {error}") from error

shapes = []
for line in ["circle 1", "rectangle 2 3", "square 2", "hexagon 1", "circle", "square x", "square 2", "blob"]:
    try:
        shapes.append(parse(line))
    except ValueError as error:
        print(f"{line!r}: {error}", "|", type(error.__cause__).__name__)
print(shapes)
solid = [s for s in shapes if not isinstance(s, Blob)]
print(sorted(solid), max(solid), len(set(solid)), Square(2) == Rectangle(2, 2), Square(2.0).scale(1.5))
print(f"total area {sum(s.area() for s in solid):.3f}", {s.name: s.sides for s in shapes})
try:
    sorted(shapes)
except NotImplementedError as error:
    print("NotImplementedError:", error)
