# throw and close reach what `yield from` delegates to: generators and objects with those methods.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except BaseException as error:
        print(type(error).__name__, error, sep=": ")

class Delegate:
    def __init__(self, log): self.log = log
    def __iter__(self): return self
    def __next__(self): return "next"
    def send(self, value): return ("sent", value)
    def throw(self, *args):
        self.log.append(("throw", type(args[0]).__name__, len(args)))
        if isinstance(args[0], KeyError): raise StopIteration("stopped")
        if isinstance(args[0], ValueError): return "caught"
        raise args[0]
    def close(self): self.log.append("close")
class Bare:
    def __iter__(self): return self
    def __next__(self): return "bare"
log, kept = [], []
def g(inner):
    try:
        result = yield from inner
        log.append(("result", result))
        yield "after"
    except Exception as error:
        log.append(("g caught", repr(error)))
        yield "handled"
    finally:
        log.append("finally")
def fresh(inner):
    # Kept, so that no collection closes it.
    log.clear()
    it = g(inner)
    kept.append(it)
    next(it)
    return it
it = fresh(Delegate(log))
show(lambda: (it.send(5), it.throw(ValueError("v")), it.send(None), it.throw(KeyError("k")), next(it, "end"), log))
it = fresh(Delegate(log))
show(lambda: (it.throw(OSError("o")), next(it, "end"), log))
it = fresh(Delegate(log))
show(lambda: (it.close(), log))
it = fresh(Bare())
show(lambda: it.send(5))
print(log)
it = fresh(Bare())
show(lambda: (it.throw(ValueError("into g")), log))
it = fresh(Bare())
show(lambda: (it.close(), log))
def inner():
    try:
        while True: yield "inner"
    except ValueError: yield "inner caught"
    finally: log.append("inner finally")
it = fresh(inner())
show(lambda: (it.throw(ValueError), next(it, "end"), log))
it = fresh(inner())
show(lambda: (it.throw(KeyError), next(it, "end"), log))
it = fresh(inner())
show(lambda: (it.close(), log))
class Mine(Exception):
    def __init__(self, *args): log.append(("made", args)); super().__init__(*args)
class Wrong(Exception):
    def __new__(cls, *args): return 5
it = fresh(inner())
show(lambda: (it.throw(Mine), log))
it = fresh(inner())
show(lambda: it.throw(Wrong))
for bad in (5, int, "text", None, [ValueError]):
    it = fresh(inner())
    show(lambda: it.throw(bad))
def stubborn():
    try: yield 1
    finally: yield 2
it = stubborn()
next(it)
show(lambda: it.close())
def returns_on_close():
    try: yield 1
    except GeneratorExit: return "closed"
it = returns_on_close()
next(it)
show(lambda: (it.close(), it.close()))
def raises_on_close():
    try: yield 1
    finally: raise KeyError("in finally")
it = raises_on_close()
next(it)
show(lambda: it.close())
show(lambda: (it.close(), next(it, "done")))
it = (x for x in [1, 2])
show(lambda: it.throw(KeyError("new")))
show(lambda: next(it, "dead"))
def deep(n):
    if n: yield from deep(n - 1)
    else: yield "bottom"
show(lambda: list(deep(50)))
def deep_close(n):
    try:
        if n: yield from deep_close(n - 1)
        else: yield "bottom"
    finally: log.append(n)
log.clear()
it = deep_close(4)
next(it)
show(lambda: (it.close(), log))
