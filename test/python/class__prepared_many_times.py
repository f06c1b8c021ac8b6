# Classes whose namespace the metaclass prepares, made in a loop: whatever is refused on the way is asked for again.
# recorded: CPython 3.14
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **keywords):
        return {'made': len(keywords), **keywords}

    def __new__(mcs, name, bases, namespace, **keywords):
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)


class Callable:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        return lambda *args, **keywords: self.function(*args, **keywords)


class Loud(type):
    __prepare__ = Callable(lambda name, bases: {'loud': name})


total = 0
for i in range(400):
    held = ['x' * 200] * (i % 7)

    class A(list[int], metaclass=Meta, a=i, b=2):
        c = a + b + made

    class B(metaclass=Loud):
        who = loud

    total += A.c + len(B.who) + len(A.__orig_bases__)
print(total, A.c, B.who)
