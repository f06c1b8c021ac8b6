# deque: changed while it is gone through or searched, subclasses, itself as its item, what draws from it.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from collections import deque
def mutate_while_iterating(change):
    d = deque([1, 2, 3])
    for x in d:
        change(d)
show(lambda: mutate_while_iterating(lambda d: d.append(1)))
show(lambda: mutate_while_iterating(lambda d: d.popleft()))
show(lambda: mutate_while_iterating(lambda d: d.rotate(1)))
show(lambda: mutate_while_iterating(lambda d: d.__setitem__(0, 5)))
class Changes:
    def __init__(self, change): self.change = change
    def __eq__(self, other):
        self.change()
        return False
def search(method):
    d = deque([1, 2, 3])
    return method(d, Changes(lambda: d.append(4)))
show(lambda: search(lambda d, x: d.index(x)))
show(lambda: search(lambda d, x: d.count(x)))
show(lambda: search(lambda d, x: x in d))
show(lambda: search(lambda d, x: d.remove(x)))
class D(deque): pass
s = D([1, 2], 3)
s.note = 5
show(lambda: (s, s.copy(), type(s.copy()), s.copy().maxlen, s == deque([1, 2]), s.note, list(s), D("ab")))
class Init(deque):
    def __init__(self, name, items):
        super().__init__(items, maxlen=2)
        self.name = name
show(lambda: (Init("n", "abc"), Init("n", "abc").name, len(Init("n", "abc"))))
r = deque([1])
r.append(r)
show(lambda: r)
show(lambda: [deque([(1,), "a"]), {"k": deque(maxlen=0)}])
show(lambda: (bool(deque()), bool(deque([0])), list(reversed(deque("abc"))), list(deque("abc")), sum(deque([1, 2])), sorted(deque([3, 1, 2])), max(deque([3, 9])), ",".join(deque("ab")), tuple(deque("ab")), set(deque("a")), dict(deque([(1, 2)]))))
show(lambda: (deque([1, 2]) < deque([1, 3]), deque([1]) <= deque([1]), deque([2]) > deque([1, 9]), deque() >= deque([1]), deque([1]) != deque([1]), deque([1]) == [1], deque([deque([1])]) == deque([deque([1])])))
a, *b = deque([1, 2, 3])
print(a, b)
e = deque([1, 2, 3], maxlen=3)
e.extend(e)
e.extendleft(e)
print(e)
f = deque([1, 2])
f.extend(f)
f.extendleft(f)
print(f)
class Index:
    def __index__(self): return 1
def with_index():
    d = deque([1, 2, 3])
    d[Index()] = "i"
    d.rotate(Index())
    d.insert(Index(), "n")
    return d, d[Index()], d.index(1, Index()), d * Index()
show(with_index)
def generator():
    yield 1
    yield 2
    raise ValueError("stop")
show(lambda: deque(generator()))
g = deque(maxlen=2)
show(lambda: g.extend(generator()))
print(g, iter(deque()).__length_hint__(), iter(deque("abc")).__length_hint__())
