# Every iterator with arguments that fit and that do not.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import itertools
names = ["accumulate", "batched", "chain", "combinations", "combinations_with_replacement", "compress", "count", "cycle", "dropwhile", "filterfalse", "groupby", "islice", "pairwise", "permutations", "product", "repeat", "starmap", "takewhile", "tee", "zip_longest"]
for name in names:
    f = getattr(itertools, name)
    print(name, f.__name__, type(f), getattr(f, "__module__", None), getattr(f, "__qualname__", None))
    for args in [(), (5,), ("ab",), ("ab", "x"), ("ab", 2), ("ab", -1), (5, 2), (2, 5), ("ab", 1, 2), ("ab", 1, 2, 3), ("ab", 1, 2, 3, 4), (None, "ab"), ("ab", None), ("ab", 2.0)]:
        show(lambda: type(f(*args)))
    for kw in [{"x": 1}, {"iterable": "ab"}, {"r": 2, "iterable": "ab"}, {"n": 2, "iterable": "ab"}, {"key": None, "iterable": "ab"}, {"repeat": 2}, {"repeat": -1}, {"repeat": "a"}, {"times": 2, "object": 1}, {"start": 1, "step": 2}, {"fillvalue": 1}, {"data": "a", "selectors": "b"}, {"func": None, "iterable": "ab", "initial": 1}, {"strict": True}]:
        show(lambda: type(f(**kw)))
