# A generator's methods called by name, its repr, and what is refused.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


def numbers():
    yield 1
    yield 2


made = numbers()
kind = type(made)
print(kind.__repr__(made).split(" at ")[0], kind.__iter__(made) is made, kind.__next__(made), kind.send(made, 5), kind.close(made))
for name in ("__repr__", "__iter__", "__next__", "send", "throw", "close"):
    show(getattr(kind, name), 5)
    show(getattr(kind, name))
show(kind.__class_getitem__, int)
show(kind.__class_getitem__)
show(kind)
show(enumerate.__class_getitem__, int)
show(enumerate.__class_getitem__)
