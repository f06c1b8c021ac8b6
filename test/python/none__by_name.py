# Operators of None, Ellipsis and NotImplemented called by name.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


NoneType, Ellipsis_ = type(None), type(...)
for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    show(getattr(NoneType, name), None, None)
    show(getattr(NoneType, name), None, 0)
    show(getattr(NoneType, name), None)
for name in ("__bool__", "__repr__"):
    show(getattr(NoneType, name), None)
    show(getattr(NoneType, name), 0)
    show(getattr(NoneType, name), None, 1)
print(hash(None) == NoneType.__hash__(None))
show(NoneType.__hash__, 0)
for kind in (NoneType, Ellipsis_, type(NotImplemented)):
    show(kind)
    show(kind, 1)
    show(kind.__new__, kind)
    show(kind.__new__, kind, 1)
    show(kind.__new__, int)
    show(kind.__repr__, kind())
    show(kind.__repr__, 1)
try:
    print(type(NotImplemented).__bool__(NotImplemented))
except TypeError as error:
    print(error)
show(type(NotImplemented).__bool__, 1)
