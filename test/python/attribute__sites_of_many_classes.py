# One site, several classes, and classes that change under it.
# recorded: CPython 3.14
class Base:
    kind = 'base'

    def __init__(self, name):
        self.name = name

    @property
    def title(self):
        return self.name.title()

    def greet(self):
        return 'hello ' + self.name


class Left(Base):
    def __init__(self, name):
        self.left = 1
        super().__init__(name)


class Right(Base):
    @property
    def title(self):
        return 'right ' + self.name


class Loose(Base):
    @property
    def title(self):
        raise AttributeError('not now')

    def __getattr__(self, name):
        return 'fallback for ' + name


def read(objects):
    return [(o.name, o.title, o.greet(), o.kind) for o in objects]


objects = [Base('a'), Left('b'), Right('c'), Loose('d')]
for _ in range(3):
    print(read(objects))
Base.greet = lambda self: 'changed ' + self.name
print(read(objects))
Right.kind = 'right'
print(read(objects))
Right.kind = 'righter'
print(read(objects))
Base.title = property(lambda self: 'new ' + self.name)
print(read(objects))
objects[0].greet = lambda: 'own'
print(read(objects))
objects[1].kind = 'own kind'
del Right.kind
print(read(objects))
Base.title = 5
print(read(objects))
del Base.title
try:
    read(objects)
except AttributeError as error:
    print(error)


class Failing:
    @property
    def value(self):
        raise KeyError('inside')


def value_of(o):
    return o.value


for _ in range(2):
    try:
        value_of(Failing())
    except KeyError as error:
        print(repr(error))


class Deep:
    @property
    def value(self):
        return value_of(self)


try:
    value_of(Deep())
except RecursionError as error:
    print(error)


def annotations_of(cls):
    return getattr(cls, '__annotations__', None)


class Plain:
    pass


print(annotations_of(Plain), annotations_of(Plain))
value_of(Failing())
