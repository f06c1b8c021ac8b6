# Comparisons, iterators and __index__ may change the list that they are called for.
# recorded: CPython 3.14
def attempt(action):
    try:
        print(action(), items)
    except Exception as error:
        print(type(error).__name__, error, items, sep=": ")


class Clears:
    def __eq__(self, other):
        items.clear()
        return False


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        del items[2:]
        return self.value


for action in (
    lambda: 5 in items, lambda: items.index(5), lambda: items.count(5), lambda: items.remove(5), lambda: items == [1, 2, 3],
    lambda: [1, 2, 3] == items, lambda: items < [1, 2, 3],
):
    items = [Clears(), Clears(), Clears()]
    attempt(action)

for action in (
    lambda: items[Index(1)], lambda: items[Index(3)], lambda: items[Index(0):], lambda: items[::Index(2)], lambda: items.pop(Index(3)),
    lambda: items.pop(Index(0)), lambda: items.insert(Index(4), "x"), lambda: items * Index(2), lambda: items.index(4, Index(0)),
    lambda: items.__setitem__(Index(3), "y"), lambda: items.__setitem__(slice(Index(1), None), "yz"),
    lambda: items.__delitem__(Index(3)), lambda: items.__delitem__(slice(Index(0), Index(9))),
):
    items = [1, 2, 3, 4, 5]
    attempt(action)


def shortening():
    for i in range(3):
        del items[-1:]
        yield i


for action in (
    lambda: items.extend(shortening()), lambda: items.__iadd__(shortening()), lambda: items.__setitem__(slice(1, 4), shortening()),
    lambda: items.__setitem__(slice(None, None, 2), shortening()),
):
    items = ["a", "b", "c", "d", "e"]
    attempt(action)

items = [1, 2, 3]
items.extend(items)
items[1:3] = items
items += items[:2]
items[::3] = [0] * 4
print(items)
for item in items:
    if len(items) < 15:
        items.append(item)
print(items)
