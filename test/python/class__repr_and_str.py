# __repr__, __str__, __bool__, __eq__ and __hash__ defaults and overrides.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class Plain: pass
class Both:
    def __repr__(self): return "R"
    def __str__(self): return "S"
class OnlyRepr:
    def __repr__(self): return "only repr"
show(lambda: (
    repr(Both()), str(Both()), f"{Both()} {Both()!r}", [Both()], {"k": Both()}, "%s %r" % (Both(), Both()),
    str(OnlyRepr()), f"{OnlyRepr()}", print(Both(), [Both()]),
))
show(lambda: (
    Plain() == Plain(), Plain() != Plain(), bool(Plain()), repr(Plain()).startswith("<__main__.Plain object at 0x"),
    repr(Plain),
))
p = Plain()
show(lambda: (p == p, p in [p], {p: 1}[p], hash(p) == hash(p)))
class EqOnly:
    def __eq__(self, o): return True
show(lambda: hash(EqOnly()))
show(lambda: {EqOnly()})
show(lambda: (EqOnly() == 5, 5 == EqOnly(), EqOnly() != 5, EqOnly() in [1]))
class BadRepr:
    def __repr__(self): return 5
class BadBool:
    def __bool__(self): return 5
class BadHash:
    def __hash__(self): return "x"
show(lambda: repr(BadRepr()))
show(lambda: str(BadRepr()))
show(lambda: bool(BadBool()))
show(lambda: hash(BadHash()))
show(lambda: f"{BadRepr()}")
show(lambda: [BadRepr()].__repr__())
