# Metaclasses see the making and the calling of classes.
# recorded: CPython 3.14
class Meta(type):
    def __new__(mcls, name, bases, space, **kw):
        space["made_by"] = mcls.__name__
        return super().__new__(mcls, name, bases, space)
    def __call__(cls, *args):
        print("calling", cls.__name__)
        return super().__call__(*args)
    def __len__(cls): return 42
class C(metaclass=Meta):
    def __init__(self, x): self.x = x
print(C.made_by, C(5).x, len(C), type(C).__name__)
