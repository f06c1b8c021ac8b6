# Classes as agents write them: inheritance, properties, __repr__, __eq__, __lt__, sorting of instances.
class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    @property
    def area(self):
        return 0

    def __lt__(self, other):
        return (self.area, self.name) < (other.area, other.name)

    def __repr__(self):
        return f'{type(self).__name__}({self.name!r}, area={self.area})'


class Rectangle(Shape):
    def __init__(self, name, width, height):
        super().__init__(name)
        self.width = width
        self.height = height

    @property
    def area(self):
        return self.width * self.height

    def __eq__(self, other):
        return isinstance(other, Rectangle) and (self.width, self.height) == (other.width, other.height)

    def scaled(self, factor):
        return type(self)(self.name + '*', self.width * factor, self.height * factor)


class Square(Rectangle):
    def __init__(self, name, side, *_):
        super().__init__(name, side, side)


def run(n):
    shapes = []
    for i in range(n):
        if i % 3:
            shapes.append(Rectangle('r' + str(i), i % 17 + 1, i % 23 + 1))
        else:
            shapes.append(Square('s' + str(i), i % 19 + 1))
    bigger = [shape.scaled(2) for shape in shapes if shape.area > 50]
    shapes.sort()
    same = sum(1 for a, b in zip(shapes, shapes[1:]) if a == b)
    kinds = {}
    for shape in shapes + bigger:
        kinds.setdefault(type(shape).__name__, []).append(shape)
    return Shape.count, same, repr(shapes[0]), str(shapes[-1]), {k: sum(s.area for s in v) for k, v in kinds.items()}


print(run(30000))
