# iter and next: objects with __iter__, __next__, __getitem__, a sentinel; what is no iterator.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except BaseException as error:
        print(type(error).__name__, error, sep=": ")

class Count:
    def __init__(self, end): self.n, self.end = 0, end
    def __iter__(self): return self
    def __next__(self):
        if self.n >= self.end: raise StopIteration("over")
        self.n += 1
        return self.n
class Items:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i * i
class Stops:
    def __getitem__(self, i):
        if i > 1: raise StopIteration
        return i
class Breaks:
    def __getitem__(self, i): raise KeyError(i)
class NoNext:
    def __iter__(self): return object()
class NoIter:
    __iter__ = None
    def __getitem__(self, i): return i
class Raises:
    def __iter__(self): raise ValueError("no iterator")

show(lambda: (list(Count(3)), [*Items()], tuple(Stops()), list(zip(Count(2), Items()))))
for make in (Breaks, NoNext, NoIter, Raises):
    show(lambda: list(make()))
    show(lambda: [x for x in make()])
it = iter(Items())
show(lambda: (next(it), next(it), next(it), next(it, "end"), next(it, "end"), list(it)))
it = Count(1)
show(lambda: (next(it), next(it, "default")))
show(lambda: next(it))
for it in (iter([]), iter(()), iter(""), iter({}), iter(set()), iter(range(0)), iter(b""), reversed([]), zip(), map(len, [])):
    show(lambda: (next(it, "default"), list(it)))
    show(lambda: next(it))
    show(lambda: it.__next__())
calls = iter([1, 2, 3, 0, 4])
it = iter(calls.__next__, 0)
show(lambda: (list(it), next(it, "done"), next(calls)))
it = iter(lambda: next(calls), 7)
show(lambda: list(it))
show(lambda: iter(lambda: 1 / 0, 1).__next__())
class Equal:
    def __eq__(self, other): return other == 2
n = iter(range(9))
show(lambda: list(iter(lambda: next(n), Equal())))
show(lambda: iter(1, 2))
show(lambda: iter(5))
show(lambda: iter())
show(lambda: next([]))
show(lambda: next())
show(lambda: next(5, None))
show(lambda: [type(iter(x)).__name__ for x in ([], (), "a", "ä", b"", {}, {1}, range(1), {}.items(), {}.values(), reversed({}), Items())])
show(lambda: [iter(x) is x for x in (iter([]), map(len, []), zip(), enumerate([]), (y for y in []), reversed(""), filter(None, []))])
