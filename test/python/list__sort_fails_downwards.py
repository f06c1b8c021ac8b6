# A sort with reverse=True that fails in the middle leaves the list as CPython does; a *= sequence asks a for its own.
# recorded: CPython 3.14
class Item:
    calls = 0

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        Item.calls += 1
        if Item.calls == 2:
            raise RuntimeError("second call")
        return self.key < other.key

    def __repr__(self):
        return str(self.key)


for reverse in (False, True):
    items = [Item(2), Item(1), Item(3), Item(0)]
    Item.calls = 0
    try:
        items.sort(reverse=reverse)
    except RuntimeError as error:
        print(error, items)


class Index:
    def __index__(self):
        return 2


def multiply(a, b):
    try:
        a *= b
        print(a)
    except TypeError as error:
        print(error)


multiply([1], Index())
multiply(Index(), [1])
multiply({}, [1])
multiply(2, [1])
multiply(None, "a")
for subject in ((1,), "a", range(2), 5, None, {1}):
    try:
        del subject[0]
    except TypeError as error:
        print(error)
