# hash, id, globals and locals.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)),
    hash(None) == hash(None), hash(-1), id(None) == id(None), type(id({})).__name__,
    type(id(5)).__name__, globals()["show"] is show, "x" in globals(), __name__,
))
def f(a, b=2):
    c = a + b
    return sorted(locals().items())
globals()["made"] = 42
show(lambda: (
    f(1), made, (lambda q: locals())(5), type(globals()).__name__, print("printed"),
    print("a", "b", sep="-", end="!\n"),
))
show(lambda: hash([]))
show(lambda: hash({}))
show(lambda: hash({1}))
show(lambda: hash((1, [])))
show(lambda: hash(slice(1)) == hash(slice(1)))
show(lambda: hash())
show(lambda: id())
show(lambda: globals(1))
show(lambda: locals(1))
show(lambda: print("x", sep=5))
class H:
    def __eq__(self, o): return True
show(lambda: hash(H()))
