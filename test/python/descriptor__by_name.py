# classmethod, staticmethod, property and native descriptors used by name: __get__, __set__, __delete__, __set_name__.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error; addresses are left out."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, len(arguments), keywords or "", "->", result.split(" at 0x")[0])


class Thing:
    def __init__(self):
        self.kept = 1

    @classmethod
    def make(cls, *arguments):
        return cls.__name__, arguments

    @staticmethod
    def add(a, b):
        return a + b

    @property
    def value(self):
        """The value."""
        return self.kept

    @value.setter
    def value(self, new):
        self.kept = new


thing = Thing()
make, add, value = (Thing.__dict__[name] for name in ("make", "add", "value"))
print(classmethod.__get__(make, thing)(1), classmethod.__get__(make, None, Thing)(2), getattr(make, "__get__")(thing)(3))
show(classmethod.__get__, make)
show(classmethod.__get__, make, None)
show(classmethod.__get__, 5, 5)
print(staticmethod.__get__(add, None, Thing)(1, 2), staticmethod.__get__(add, thing, Thing)(1, 2), staticmethod.__call__(add, 3, 4), add(5, 6))
show(staticmethod.__get__, add)
show(staticmethod.__get__, 5, 5)
show(staticmethod.__call__, 5, 5)
show(staticmethod.__call__, 5)
print(classmethod.__repr__(make).split(" at ")[0], staticmethod.__repr__(add).split(" at ")[0])
for kind in (classmethod, staticmethod):
    show(kind.__repr__, 5)
    show(kind)
    show(kind, 1, 2)
    show(kind.__class_getitem__, int)
    show(kind.__class_getitem__)
    print(kind(5).__func__, kind(5).__wrapped__, kind(5).__isabstractmethod__)
print(property.__get__(value, thing), property.__get__(value, None, Thing) is value, property.__set__(value, thing, 7), thing.kept)
show(property.__get__, value)
show(property.__get__, 5, 5)
show(property.__set__, value, 5, 5)
show(property.__set__, value, thing)
show(property.__set__, property(), thing, 1)
show(property.__get__, property(), thing)
show(property.__delete__, property(None, None, lambda self: print("deleted")), thing)
show(property.__delete__, property(), thing)
show(property.__delete__, value)
named = property()
show(property.__set_name__, named, Thing, "label")
show(property.__set_name__, 5, Thing, "label")
show(property.__get__, named, 5)
print(named.__name__, value.__name__, value.__doc__)
for name in ("getter", "setter", "deleter"):
    changed = getattr(property, name)(value, len)
    print(name, [part is len for part in (changed.fget, changed.fset, changed.fdel)])
    show(getattr(property, name), value)
    show(getattr(property, name), 5, 5)
