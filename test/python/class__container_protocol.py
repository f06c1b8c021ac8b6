# __len__, __getitem__, __iter__ and __next__ of user classes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
class Seq:
    def __init__(self, *a): self.a = a
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
show(lambda: (
    list(Countdown(3)), sum(Countdown(4)), 2 in Countdown(5), 9 in Countdown(5), max(Countdown(3)),
    tuple(zip(Countdown(2), "ab")), sorted(Countdown(3)), [x for x in Seq(1, 2)], list(reversed(Seq(1, 2))),
    Seq(1)[0], bool(Seq()), bool(Seq(0)), 2 in Seq(1, 2), list(iter(Seq("a"))), dict(enumerate(Seq("x"))),
    " ".join(Seq("a", "b")),
))
a, *b = Countdown(3)
show(lambda: (a, b))
x, y = Seq(1, 2)
show(lambda: (x, y))
c = Countdown(2)
show(lambda: (next(c), next(c), next(c, "end")))
show(lambda: next(c))
show(lambda: Seq(1)[3])
show(lambda: len(Countdown(1)))
show(lambda: Countdown(1)[0])
show(lambda: reversed(Countdown(1)))
class NoNext:
    def __iter__(self): return self
show(lambda: list(NoNext()))
class BadLen:
    def __len__(self): return -1
show(lambda: len(BadLen()))
class TextLen:
    def __len__(self): return "5"
show(lambda: len(TextLen()))
