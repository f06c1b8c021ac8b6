# type's methods called by name: attributes of classes, instance checks, unions, __prepare__, subclasses.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


class Base:
    pass


class Derived(Base):
    pass


print(type.__subclasses__(Base), type.__subclasses__(Derived), type.mro(Derived))
show(type.__subclasses__, 5)
show(type.__subclasses__, Base, 1)
show(type.mro, 5)
print(type.__instancecheck__(Base, Derived()), type.__instancecheck__(int, True), type.__subclasscheck__(Base, Derived))
show(type.__instancecheck__, Base)
show(type.__instancecheck__, 5, 5)
show(type.__subclasscheck__, Base, 5)
show(type.__subclasscheck__, Base)
print(type.__repr__(Base), type.__repr__(int))
show(type.__repr__, 5)
show(type.__repr__)
print(type.__or__(int, str), type.__or__(int, None), type.__ror__(int, None), type.__or__(int, int), type.__or__(int, 5))
show(type.__or__, 5, int)
show(type.__or__, int)
show(type.__ror__, 5, int)
show(type.__ror__, int)
show(type.__prepare__, "name", (), key=1)
print(hasattr(Base, "__prepare__"))
print(type.__setattr__(Base, "label", 5), type.__getattribute__(Derived, "label"), type.__delattr__(Base, "label"))
show(type.__getattribute__, Base, "nothing")
show(type.__getattribute__, Base)
show(type.__getattribute__, Base, 5)
show(type.__setattr__, int, "label", 5)
show(type.__setattr__, Base, 5, 5)
show(type.__setattr__, 5, "a", 5)
show(type.__setattr__, Base, "a")
show(type.__delattr__, Base, "nothing")
show(type.__delattr__, int, "real")
show(type.__delattr__, 5, "a")
print([name for name in type.__dir__(Derived) if not name.startswith("__")], "mro" in type.__dir__(Derived))
show(type.__dir__, 5)
show(type.__dir__, Base, 1)
print(type.__call__(int, "12"), type.__call__(Base).__class__)
show(type.__call__, int, "a")
show(type.__call__, 5)
show(type.__call__)
print(type.__new__(type, "Made", (Base,), {"x": 1}).x)
show(type.__new__, type, "Made", Base, {})
show(type.__new__, type, 5, (), {})
show(type.__new__, int, "Made", (), {})
show(type.__new__, type, "Made", (int, str), {})
show(type.__new__, type, "Made", (bool,), {})
show(type.__new__)
show(type.__init__, Base, "a", (), {})
show(type.__init__, Base)
show(type.__init__, Base, 1, 2)
show(type, 1, 2)
show(type)
