# map, filter, zip, enumerate and reversed are lazy: what they ask for when, and what ends them.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except BaseException as error:
        print(type(error).__name__, error, sep=": ")

log = []
def noisy(name, items):
    log.append("start " + name)
    for item in items:
        log.append(f"{name}{item}")
        yield item
    log.append("end " + name)
def take_log():
    taken = " ".join(log)
    log.clear()
    return taken

z = zip(noisy("a", [1, 2]), noisy("b", [3]), noisy("c", [4, 5]))
show(lambda: (take_log(), list(z), take_log(), next(z, "over"), take_log()))
m = map(lambda x, y: log.append(("call", x, y).__repr__()) or x + y, noisy("a", "xy"), noisy("b", "z"))
show(lambda: (list(m), take_log()))
e = enumerate(noisy("e", "pq"), start=2**61 - 2)
show(lambda: (next(e), take_log(), list(e), take_log()))
e = enumerate("abc", 2**64)
show(lambda: list(e))
f = filter(lambda x: log.append(f"?{x}") or x % 2, noisy("f", range(5)))
show(lambda: (next(f), take_log(), list(f), take_log()))
show(lambda: list(filter(None, [0, 1, "", "a", [], [0], None, 0.0, True])))
show(lambda: list(filter(bool, iter([0, 2]))))
class Moody:
    def __init__(self, truth): self.truth = truth
    def __bool__(self): return self.truth
    def __repr__(self): return f"Moody({self.truth})"
show(lambda: (list(filter(None, [Moody(True), Moody(False)])), list(filter(lambda x: x, [Moody(False), Moody(True)]))))
class Broken:
    def __bool__(self): return 5
show(lambda: list(filter(None, [Broken()])))
for strict in (False, True):
    show(lambda: list(zip([1, 2], (x for x in [3]), strict=strict)))
    show(lambda: list(zip([1], (x for x in [3, 4]), strict=strict)))
    show(lambda: list(zip((x for x in [3]), "ab", [1], strict=strict)))
    show(lambda: list(zip("ab", "cd", "e", strict=strict)))
    show(lambda: list(map(lambda *a: a, [1, 2], (x for x in [3]), strict=strict)))
    show(lambda: list(map(max, [1], [2], [3, 4], strict=strict)))
def stop_at_3(x):
    if x == 3: raise StopIteration("three")
    return x
show(lambda: list(map(stop_at_3, [1, 2, 3, 4])))
show(lambda: [x for x in map(stop_at_3, iter([1, 3, 4]))])
show(lambda: list(filter(stop_at_3, (x for x in [1, 3, 4]))))
show(lambda: list(map(next, [iter([1]), iter([])])))
def fails(x): raise KeyError(x)
m = map(fails, [1, 2])
for _ in range(3): show(lambda: next(m))
show(lambda: list(map(str.upper, ["a", 5])))
show(lambda: (list(map(int, ["1", "2"])), list(map(str, [1, None])), list(map(dict.get, [{1: 2}], [1])), list(map(Moody, [1]))))
show(lambda: list(zip(*[[1, 2, 3], [4, 5, 6]])))
show(lambda: list(map(lambda *a: sum(a), *([range(3)] * 12))))
show(lambda: list(zip(*[iter("abcdef")] * 2)))
show(lambda: list(zip(*([i] for i in range(600))))[0][599])
class Seq:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i == 1: raise IndexError
        return i
show(lambda: (list(reversed(Seq(4))), reversed(Seq(4)).__length_hint__()))
r = reversed([1, 2, 3])
show(lambda: (next(r), r.__length_hint__(), list(r), r.__length_hint__()))
class Shrinks(list): pass
s = Shrinks("abc")
r = reversed(s)
show(lambda: (next(r), s.clear(), list(r)))
show(lambda: [repr(x)[:8] for x in (map(len, []), filter(None, []), zip(), enumerate([]), reversed(""))])
class M(map): pass
m = M(len, ["a", "bb"])
show(lambda: (type(m).__name__, isinstance(m, map), next(m), list(m)))
show(lambda: map(None, [1]).__next__())
