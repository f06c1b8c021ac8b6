# Sorting: stability, errors in the middle, changes from callbacks, and what is left in the list.
random = Random(3)


class Picky:
    calls = 0
    limit = 0

    def __init__(self, key, tag):
        self.key = key
        self.tag = tag

    def __lt__(self, other):
        Picky.calls += 1
        if Picky.calls == Picky.limit:
            raise RuntimeError("call " + str(Picky.calls))
        return self.key < other.key


for size in [0, 1, 2, 3, 5, 8, 16, 31, 32, 33, 63, 64, 65, 100, 128, 200, 500, 1000]:
    for shape in range(8):
        keys = [random.below(1 + size // (1 + shape % 3)) for _ in range(size)]
        if shape == 1:
            keys.sort()
        elif shape == 2:
            keys.sort(reverse=True)
        elif shape == 3:
            keys = sorted(keys[:size // 2]) + sorted(keys[size // 2:])
        elif shape == 4:
            keys = sorted(keys[:size // 2]) + sorted(keys[size // 2:], reverse=True)
        elif shape == 5:
            keys = [key % 2 for key in keys]
        for reverse in (False, True):
            for limit in (0, 1, 5, size // 2, size, size * 2, size * 5):
                items = [Picky(key, tag) for tag, key in enumerate(keys)]
                Picky.calls, Picky.limit = 0, limit
                try:
                    items.sort(reverse=reverse)
                    text = "sorted"
                except RuntimeError as error:
                    text = str(error)
                # How many comparisons it takes, and with them what fails in the middle leaves, is not said for long lists.
                tags = [item.tag for item in items]
                if text != "sorted" and size > 8:
                    tags.sort()
                say(str(size) + " " + str(shape) + " " + str(reverse) + " " + str(limit if size <= 8 else limit > 0),
                    str(sorted(tags) if size > 8 and limit else tags))
            pairs = [(key, tag) for tag, key in enumerate(keys)]
            say("key " + str(size) + " " + str(shape) + " " + str(reverse),
                ascii(sorted(pairs, key=lambda pair: pair[0], reverse=reverse))[:3000])
            mixed = [random.choice([key, float(key), str(key) if shape == 6 else key, None if shape == 7 and tag == size // 2 else key])
                     for tag, key in enumerate(keys)]
            copy = list(mixed)
            attempt("mixed " + str(size) + " " + str(shape) + " " + str(reverse), copy.sort, [], {"reverse": reverse}, copy)
            texts = [str(key) + "\xe9" * (key % 3) for key in keys]
            attempt("texts " + str(size) + " " + str(shape) + " " + str(reverse), sorted, [texts], {"reverse": reverse})
changing = [3, 1, 2]
attempt("append in key", changing.sort, [], {"key": lambda x: changing.append(x) or x}, changing)
changing = [3, 1, 2]
attempt("clear in key", changing.sort, [], {"key": lambda x: changing.clear() or -x}, changing)
attempt("key fails", sorted, [[1, 0, 2]], {"key": lambda x: 1 // x})
attempt("nan", sorted, [[3.0, float("nan"), 1.0, 2.0, float("nan"), 0.0]])
