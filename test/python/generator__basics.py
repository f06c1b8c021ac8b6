# Generators are lazy, keep their state, and end with StopIteration.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

log = []
def g(n):
    log.append("start")
    for i in range(n):
        yield i
        log.append(i)
    log.append("end")
    return "value"
it = g(2)
show(lambda: (log, next(it), log, next(it), log, next(it, "done"), log, list(it), list(g(3)), log[-1]))
def r():
    yield 1
    return "returned"
try:
    it = r(); next(it); next(it)
except StopIteration as e:
    print(e.value, repr(e))
show(lambda: next(g(0)))
show(lambda: g())
show(lambda: g(1)[0])
show(lambda: len(g(1)))
show(lambda: g(1) + g(2))
show(lambda: (
    iter(it) is it, type(it).__name__, it.__name__, it.__qualname__, (x for x in []).__name__,
    list(x * y for x in range(3) for y in range(x)), sum(x for x in range(5)), dict((k, 1) for k in "ab"),
    max((len(w), w) for w in ["a", "bbb"]),
))
show(lambda: (
    list(x for x in g(2) if x), tuple(g(3)), [*g(2)], set(g(3)), ",".join(str(i) for i in g(3)),
    sorted(g(3), reverse=True), any(i > 1 for i in g(9)), list(zip(g(3), g(2))),
))
