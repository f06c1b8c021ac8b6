# __init_subclass__, __class_getitem__ and keywords of a class statement.
# recorded: CPython 3.14
class Base:
    registry = {}
    def __init_subclass__(cls, *, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Base.registry[tag or cls.__name__] = cls.__name__
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
class A(Base): pass
class B(Base, tag="bee"): pass
print(Base.registry, A[int.__name__])
