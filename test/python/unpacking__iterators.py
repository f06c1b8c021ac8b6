# Unpacking draws exactly what it needs from any iterable, and passes errors on.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except BaseException as error:
        print(type(error).__name__, error, sep=": ")

log = []
def gen(n):
    for i in range(n):
        log.append(i)
        yield i
def unpack(it):
    a, b = it
    return a, b
def star(it):
    a, *b, c = it
    return a, b, c
for n in range(4):
    log.clear()
    show(lambda: unpack(gen(n)))
    print(log)
    show(lambda: star(gen(n)))
show(lambda: unpack({1: 2, 3: 4}))
show(lambda: unpack("ab"))
show(lambda: (unpack({"k": 1, "l": 2}.items()), unpack(map(str, [1, 2])), unpack(zip("ab", "cd")), unpack(range(2)), star(b"abcd")))
class Sequence:
    def __getitem__(self, i):
        if i == 2: raise IndexError
        return i + 10
show(lambda: (unpack(Sequence()), star(Sequence()), [*Sequence()], {*Sequence()}, (lambda *a: a)(*Sequence())))
class Bad:
    def __iter__(self): raise ValueError("no")
class BadNext:
    def __iter__(self): return self
    def __next__(self): raise KeyError("next")
for bad in (Bad(), BadNext(), 5, None):
    show(lambda: unpack(bad))
    show(lambda: star(bad))
    show(lambda: [*bad])
    show(lambda: print(*bad))
class Mapping:
    def keys(self): return gen(2)
    def __getitem__(self, key): return key * 2
show(lambda: ({**Mapping()}, dict(Mapping())))
show(lambda: dict(**{"a": 1}, **{"b": 2}))
show(lambda: (lambda **k: k)(**{"a": 1}, **{"a": 2}))
show(lambda: (lambda **k: k)(**{1: 2}))
show(lambda: {**5})
def nested():
    (a, [b, *c]), d = [1, (2, 3, 4)], 5
    x = y, z = 6, 7
    for i, (j, k) in enumerate([("p", "q")]): pass
    return a, b, c, d, x, y, z, i, j, k
show(nested)
def swap():
    l = [1, 2, 3]
    i = 0
    i, l[i] = 2, "x"
    return i, l
show(swap)
