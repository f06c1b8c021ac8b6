# sort in place, stable, with key and reverse.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

a = [3, 1, 2]
show(lambda: (a.sort(), a, a.sort(reverse=True), a))
words = ["banana", "Apple", "cherry", "apple"]
show(lambda: (words.sort(key=str.lower), words, words.sort(key=len, reverse=True), words, words.sort(key=None), words))
pairs = [(1, "b"), (0, "z"), (1, "a"), (0, "y")]
show(lambda: (
    pairs.sort(key=lambda p: p[0]), pairs, pairs.sort(key=lambda p: p[0], reverse=True), pairs, pairs.sort(), pairs,
))
show(lambda: [1, "a"].sort())
show(lambda: [1].sort(5))
show(lambda: [1, 2].sort(key=5))
show(lambda: [1, 2].sort(nope=1))
show(lambda: [3, 1].sort(key=lambda: 0))
show(lambda: (
    [[1], [0, 5], []].sort(), sorted([1.5, 1, True, 0.5]), sorted([[2], [1, 9]]), sorted("bca"), sorted({2: 1, 1: 2}),
))
show(lambda: ([1, 2].sort(reverse="yes"), [1].sort(reverse=None)))
