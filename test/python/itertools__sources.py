# Every iterator over a container, a generator, a sequence, an iterator of a class and other lazy iterators.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import itertools
from itertools import *
def gen(*items):
    yield from items
class Seq:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError
        return i
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
sources = [lambda: [1, 2, 3, 4], lambda: gen(1, 2, 3, 4), lambda: Seq(4), lambda: It(4), lambda: iter({1: 2, 3: 4}), lambda: range(4), lambda: zip("ab", "cd"), lambda: map(str, [1, 2])]
for s in sources:
    show(lambda: list(chain(s(), s())))
    show(lambda: list(chain.from_iterable([s(), s()])))
    show(lambda: list(chain.from_iterable(s())))
    show(lambda: list(islice(s(), 3)))
    show(lambda: list(islice(s(), 1, None, 2)))
    show(lambda: list(islice(s(), 1, 1)))
    show(lambda: list(islice(cycle(s()), 9)))
    show(lambda: list(compress(s(), [1, 0, 1, 0])))
    show(lambda: list(compress("abcd", s())))
    show(lambda: list(takewhile(lambda x: x != 3, s())))
    show(lambda: list(dropwhile(lambda x: x != 3, s())))
    show(lambda: list(filterfalse(lambda x: x == 3, s())))
    show(lambda: list(filterfalse(None, s())))
    show(lambda: list(accumulate(s())))
    show(lambda: list(accumulate(s(), lambda a, b: (a, b))))
    show(lambda: list(accumulate(s(), initial=100)))
    show(lambda: list(pairwise(s())))
    show(lambda: list(batched(s(), 3)))
    show(lambda: list(batched(s(), 3, strict=True)))
    show(lambda: list(zip_longest(s(), "x", fillvalue=0)))
    show(lambda: list(zip_longest("xyzuvw", s(), s())))
    show(lambda: [(k, list(g)) for k, g in groupby(s())])
    show(lambda: [(k, list(g)) for k, g in groupby(s(), key=lambda x: x == 3)])
    show(lambda: [list(t) for t in tee(s(), 3)])
    show(lambda: list(product(s(), "ab")))
    show(lambda: list(permutations(s(), 2)))
    show(lambda: list(combinations(s(), 2)))
    show(lambda: list(combinations_with_replacement(s(), 2)))
    show(lambda: list(starmap(lambda *a: a, [s(), s()])))
    show(lambda: list(starmap(max, s())))
    show(lambda: sum(chain(range(3), s())))
    show(lambda: sorted(chain(s(), s())))
    show(lambda: tuple(islice(chain(s(), s()), 2, 6)))
    show(lambda: list(zip(count(), s())))
    show(lambda: list(map(lambda a, b: (a, b), repeat("r"), s())))
    show(lambda: dict(zip(s(), count(10, 5))))
