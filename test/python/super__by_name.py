# super objects: their repr, their attributes, what is not there.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


class Base:
    def hello(self):
        return "base"


class Derived(Base):
    def __repr__(self):
        return "derived"


made = super(Derived, Derived())
print(super.__repr__(made), repr(super(Derived)), super.__getattribute__(made, "hello")(), made.__thisclass__, repr(made.__self__), made.__self_class__)
show(super.__repr__, 5)
show(super.__getattribute__, made, "nothing")
show(super.__getattribute__, made)
show(super.__getattribute__, made, 5)
show(super.__repr__, made, 1)
show(super, 5)
show(super, Derived, 5)
show(super, 1, 2, 3)
