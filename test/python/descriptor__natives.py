# Methods of builtin types as they lie on their class: what they tell, how they bind, and what they refuse.
# recorded: CPython 3.14


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: [list.append, list.__len__, int.real, len, dict.fromkeys.__name__])
show(lambda: [type(thing).__name__ for thing in (list.append, list.__len__, int.real, len, [].append, (5).__add__)])
show(lambda: (list.__len__ is tuple.__len__, list.__len__ is list.__len__, list.__len__.__objclass__, list.append.__objclass__))
show(lambda: [thing.__qualname__ for thing in (list.append, [].append, dict.fromkeys, (5).__add__, len)])
show(lambda: (len.__module__, len.__self__, [].append.__self__, [].append.__module__))
show(lambda: list.append.__module__)
show(lambda: list.append.__get__([1])(2))
show(lambda: list.append.__get__(None, list))
show(lambda: list.append.__get__(None))
show(lambda: list.append.__get__(5))
show(lambda: list.append(5, 1))
show(lambda: list.append())
show(lambda: list.__len__(5))
show(lambda: list.__len__())
show(lambda: int.__add__("a", "b"))
show(lambda: int.__add__(True, 2))
show(lambda: zip.__next__(map(str, [1])))
show(lambda: property.setter(map(str, [1]), 1))
show(lambda: property.fget.__get__(property(len)))
show(lambda: property.fget.__get__(object()))
show(lambda: int.real.__set__(5, 1))
show(lambda: ([].append == [].append, "abc".upper == "abc".upper, hash("".upper) == hash("".upper), ""))


class Point:
    def __init__(self, x):
        self.x = x

    def move(self, by):
        self.x += by
        return self.x

    @staticmethod
    def plain(x: int):
        "Says x."
        return x

    @classmethod
    def make(cls):
        return cls(0)


point = Point(3)
show(lambda: Point.move.__get__(point)(2))
show(lambda: Point.move.__get__(None, Point) is Point.move)
show(lambda: Point.move.__get__(None, None))
show(lambda: point.move.__get__(Point(9)).__call__(1))
show(lambda: (Point.__dict__["plain"].__dict__, Point.__dict__["plain"].__isabstractmethod__, Point.__dict__["plain"](4)))
show(lambda: (Point.__dict__["plain"].__annotations__, Point.__dict__["make"].__wrapped__.__name__, Point.__dict__["make"].__name__))
show(lambda: Point.__dict__["make"]())
show(lambda: (type.__prepare__("A", ()), Point.__type_params__, list.__text_signature__, Point.__text_signature__))
show(lambda: Point.__abstractmethods__)


class Base:
    def name(self):
        return "base"


class Derived(Base):
    def name(self):
        return "derived"


show(lambda: super(Derived).__get__(Derived()).name())
show(lambda: super(Derived).__get__(5))
