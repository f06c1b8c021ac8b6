# Exceptions that come out of generators.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

def g():
    yield 1
    raise KeyError("inside")
it = g()
show(lambda: next(it))
show(lambda: next(it))
show(lambda: next(it))
show(lambda: list(g()))
show(lambda: [x for x in g()])
show(lambda: sum(g()))
def h():
    try: yield 1
    except KeyError: yield "caught"
it = h()
show(lambda: (next(it), it.throw(KeyError("k")), next(it, "end")))
it = h()
show(lambda: it.throw(KeyError("not started")))
def ignoring():
    for _ in range(2):
        try: yield
        except GeneratorExit: pass
it = ignoring()
show(lambda: next(it))
show(lambda: it.close())
def running(): yield next(me)
me = running()
show(lambda: next(me))
def stop(): raise StopIteration("manual"); yield
show(lambda: next(stop()))
def with_context():
    try: yield 1 / 0
    except ZeroDivisionError: raise ValueError("from gen")
show(lambda: next(with_context()))
