# chain, zip_longest, pairwise and batched.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from itertools import chain, zip_longest, pairwise, batched
show(lambda: (
    list(chain("ab", [1], ())), list(chain()), list(chain.from_iterable(["ab", [1]])),
    list(chain.from_iterable(range(n) for n in range(3))),
))
show(lambda: (
    list(zip_longest("ab", [1])), list(zip_longest("ab", [1], fillvalue="-")), list(zip_longest()),
    list(zip_longest([], "a", range(2))),
))
show(lambda: (
    list(pairwise("abcd")), list(pairwise("a")), list(pairwise([])), list(batched("abcdefg", 3)),
    list(batched([], 2)), list(batched("abcd", 2, strict=True)), list(batched("ab", n=5)),
))
show(lambda: list(chain("a", 5)))
show(lambda: chain.from_iterable(5))
show(lambda: list(chain.from_iterable([5])))
show(lambda: zip_longest("a", 5))
show(lambda: zip_longest("a", nope=1))
show(lambda: pairwise(5))
show(lambda: pairwise())
show(lambda: batched("abc", 0))
show(lambda: list(batched("abc", 2, strict=True)))
show(lambda: batched(5, 1))
show(lambda: batched("abc"))
