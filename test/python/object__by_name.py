# object's methods called by name: comparisons, hash, repr, attributes, dir, and what __new__ and __init__ refuse.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error; addresses are left out."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, len(arguments), keywords or "", "->", result.split(" at 0x")[0])


class Plain:
    pass


class Fixed:
    def __repr__(self):
        return "fixed"

    def __str__(self):
        return "text"


plain, fixed = Plain(), Fixed()
fixed.only = 1
for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    print(name, getattr(object, name)(plain, plain), getattr(object, name)(plain, fixed), getattr(object, name)(1, 1))
    show(getattr(object, name), 1)
    show(getattr(object, name))
print(object.__repr__(plain).split(" at ")[0], object.__repr__(5).split(" at ")[0], object.__str__(fixed), object.__repr__(Plain).split(" at ")[0])
print(object.__format__(fixed, ""))
show(object.__format__, fixed, "x")
show(object.__format__, fixed)
show(object.__format__, fixed, 5)
for name in ("__repr__", "__str__", "__hash__", "__dir__"):
    show(getattr(object, name))
    show(getattr(object, name), fixed, 1)
print(object.__hash__(plain) == hash(plain), [name for name in object.__dir__(fixed) if not name.startswith("__")])
print(object.__setattr__(plain, "é", 1), object.__getattribute__(plain, "é"), object.__delattr__(plain, "é"), vars(plain))
show(object.__getattribute__, fixed, "only")
show(object.__getattribute__, fixed, "nothing")
show(object.__getattribute__, fixed, 5)
show(object.__getattribute__, fixed)
show(object.__setattr__, fixed, 5, 1)
show(object.__setattr__, fixed, "only")
show(object.__setattr__, 5, "real", 1)
show(object.__setattr__, 5, "new", 1)
show(object.__delattr__, fixed, "only")
show(object.__delattr__, fixed, "nothing")
show(object.__delattr__, 5, "real")
show(object.__setattr__, Plain, "x", 1)
show(object.__delattr__, int, "x")
show(object.__init_subclass__)
show(object.__init_subclass__, 1)
show(object.__init_subclass__, a=1)
show(object.__subclasshook__, int)
show(object.__subclasshook__)
show(object.__subclasshook__, 1, 2)
print(object.__new__(Plain).__class__.__name__)
show(object.__new__)
show(object.__new__, 5)
show(object.__new__, int)
show(object.__new__, Plain, 1)
show(object.__init__, plain)
show(object.__init__, plain, 1)
show(object.__init__)
show(object, 1)
