# Texts, numbers at their limits, objects as numbers, groups and tees out of order, exceptions from callbacks.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from itertools import *
def gen(*items):
    yield from items
show(lambda: [repr(x) for x in (count(), count(5), count(1, 2), count(1.5), count(1, 1.0), count(10**30), count(-1, -1), repeat(1), repeat("a", 3), repeat([1], 0))])
for x in (chain(), islice("a", 1), product(), tee("a")[0], groupby("a"), next(groupby("a"))[1]):
    print(repr(x).split(" at ")[0], type(x))
show(lambda: next(chain()))
show(lambda: chain() + 1)
show(lambda: len(chain()))
show(lambda: chain()[0])
show(lambda: chain().foo)
show(lambda: [next(count(0.5, 0.25)) for _ in range(2)])
c = count(2**61 - 2)
show(lambda: [next(c) for _ in range(4)])
class Num:
    def __init__(self, v): self.v = v
    def __add__(self, o): return Num(self.v + (o.v if isinstance(o, Num) else o))
    def __radd__(self, o): return Num(o + self.v)
    def __index__(self): return self.v
    def __repr__(self): return f"Num({self.v})"
show(lambda: list(islice(count(Num(1), 2), 3)))
show(lambda: list(islice(count(1, Num(2)), 3)))
show(lambda: (repeat(1, Num(2)), list(repeat(1, Num(2))), list(islice("abcdef", Num(1), Num(5), Num(2))), list(batched("abc", Num(2))), list(combinations("abc", Num(2))), list(product("ab", repeat=Num(2))), tee("a", Num(3))[2] is not None))
show(lambda: permutations("ab", Num(1)))
show(lambda: (repeat(1, 5).__length_hint__(), repeat(1, -5)))
show(lambda: repeat(1).__length_hint__())
a, b = tee(gen(1, 2, 3, 4, 5))
show(lambda: (next(a), next(a), next(b), list(a), list(b), list(b)))
a, = tee([1, 2], 1)
b, c = tee(a)
show(lambda: (a is b, next(b), next(c), next(a)))
show(lambda: (tee([1], 0), len(tee([1], 5))))
def groups():
    seen = []
    g = groupby("AAABBC")
    k, first = next(g)
    k2, second = next(g)
    return list(first), k2, list(second), [(k, list(v)) for k, v in g]
show(groups)
def partial_group():
    out = []
    for k, g in groupby([1, 1, 1, 2, 2, 3]):
        out.append((k, next(g)))
    return out
show(partial_group)
show(lambda: list(product()))
show(lambda: list(product("ab", repeat=0)))
show(lambda: list(product("ab", [])))
show(lambda: (list(permutations([])), list(permutations("abc", 0)), list(permutations("ab", 3)), len(list(permutations(range(5)))), list(combinations("abc", 0)), list(combinations("ab", 3)), list(combinations_with_replacement("", 2)), list(combinations_with_replacement("", 0))))
show(lambda: ["".join(p) for p in permutations("abcd", 3)])
show(lambda: ["".join(p) for p in combinations("abcde", 3)])
show(lambda: ["".join(p) for p in combinations_with_replacement("abc", 3)])
show(lambda: ["".join(p) for p in product("ab", "cd", repeat=2)])
def stop(): raise StopIteration
show(lambda: list(takewhile(lambda x: stop(), [1])))
show(lambda: list(starmap(stop, [()])))
show(lambda: list(accumulate([1, 2, 3], lambda a, b: stop())))
def boom(x): raise ValueError(x)
show(lambda: list(dropwhile(boom, [1])))
show(lambda: [k for k, g in groupby([1], boom)])
show(lambda: list(accumulate(["a", 1])))
show(lambda: list(accumulate([[1], [2]])))
show(lambda: list(accumulate([1.5, 2, 3])))
show(lambda: list(zip_longest()))
show(lambda: list(chain([1], 5)))
x = chain([1], 5, [2])
show(lambda: next(x))
show(lambda: next(x))
show(lambda: list(x))
class MyChain(chain): pass
show(lambda: (list(MyChain("ab", "c")), type(MyChain.from_iterable(["a"])).__name__, isinstance(MyChain(), chain)))
class MyCount(count):
    def next_two(self): return next(self), next(self)
show(lambda: (MyCount(3).next_two(), MyCount(3)))
d = {1: 2}
it = chain(d, [9])
show(lambda: next(it))
d[5] = 6
show(lambda: next(it))
