# None, Ellipsis and NotImplemented.
# recorded: CPython 3.14
# exit: 0
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    None, ..., NotImplemented, type(None).__name__, type(...).__name__, type(NotImplemented).__name__, bool(None),
    bool(...), str(None), type(None)(),
))
show(lambda: (
    None == None, None is None, None == 0, hash(None) == hash(None), [None] == [None], {None: 1}[None],
    None in [None], type(...)() is ..., type(NotImplemented)() is NotImplemented,
))
show(lambda: None + 1)
nothing, dots = None, ...
show(lambda: nothing())
show(lambda: None.x)
show(lambda: nothing[0])
show(lambda: len(None))
show(lambda: None < None)
show(lambda: type(None)(1))
show(lambda: bool(NotImplemented))
show(lambda: iter(None))
show(lambda: dots())
