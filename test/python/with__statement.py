# with: several managers, targets, order of exits, exceptions.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

log = []
class M:
    def __init__(self, name, swallow=False, fail=None): self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        log.append("+" + self.name)
        if self.fail == "enter": raise KeyError(self.name)
        return self.name
    def __exit__(self, t, v, tb):
        log.append("-" + self.name + (":" + t.__name__ if t else ""))
        if self.fail == "exit": raise OSError(self.name)
        return self.swallow
def run(*managers, body=lambda: None):
    log.clear()
    try:
        if len(managers) == 1:
            with managers[0] as a: body()
        else:
            with (managers[0] as a, managers[1] as b): body()
    except Exception as e: return log[:], repr(e), repr(e.__context__)
    return log[:]
show(lambda: (
    run(M("a")), run(M("a"), M("b")), run(M("a"), body=lambda: 1 / 0), run(M("a", swallow=True), body=lambda: 1 / 0),
    run(M("a"), M("b", swallow=True), body=lambda: 1 / 0), run(M("a"), M("b", fail="enter")),
    run(M("a", fail="exit")), run(M("a", fail="exit"), body=lambda: 1 / 0),
    run(M("a", swallow=True), M("b", fail="exit"), body=lambda: [][0]),
))
def loop():
    for i in range(3):
        with M(str(i)):
            if i == 0: continue
            if i == 1: break
    return log
log.clear()
show(lambda: loop())
def ret():
    with M("r") as x: return x + "!"
show(lambda: ret())
with M("u") as (p): print(p)
d = {}
with M("item") as d["k"], M("two"): pass
show(lambda: d)
