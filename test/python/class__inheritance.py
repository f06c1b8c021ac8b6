# Inheritance, overriding, super and the method resolution order.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class Animal:
    sound = "..."
    def __init__(self, name): self.name = name
    def speak(self): return f"{self.name} says {self.sound}"
    def __repr__(self): return f"{type(self).__name__}({self.name!r})"
class Dog(Animal):
    sound = "Woof"
    def __init__(self, name, tricks=()):
        super().__init__(name)
        self.tricks = list(tricks)
    def speak(self): return super().speak() + "!"
class Puppy(Dog):
    def speak(self): return super().speak().lower() + super(Dog, self).speak()
show(lambda: (
    Animal("a").speak(), Dog("Rex", ["sit"]).speak(), Puppy("Bit").speak(), [Animal("x"), Dog("y"), Puppy("z")],
    isinstance(Puppy("p"), Animal), issubclass(Puppy, Dog), issubclass(Dog, Puppy),
    Puppy.__mro__ == (Puppy, Dog, Animal, object), Puppy("q").tricks,
))
show(lambda: Dog())
show(lambda: Puppy("x").nope)
show(lambda: super().x)
show(lambda: (Animal.speak(Dog("direct")), Dog.__base__.__name__, Dog.__bases__, Animal.__subclasses__() == [Dog]))
