# Sorting calls key functions and __lt__ in CPython's order; what they do to the list is an error that is told at the end.
# recorded: CPython 3.14
log = []


class Item:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        log.append((self.value, other.value))
        return self.value < other.value

    def __repr__(self):
        return f"I{self.value}"


def show(*values):
    print(*values, log)
    log.clear()


items = [Item(value) for value in (3, 1, 2)]
items.sort()
show(items)
items = [Item(value) for value in (5, 5, 4, 4, 9, 8, 7, 1, 1, 2)]
items.sort(reverse=True)
show(items)
show(sorted([Item(2), Item(1)], key=lambda item: item.value), sorted([Item(2), Item(1)], key=lambda item: -item.value))
items = [Item(i * 37 % 101) for i in range(200)]
items.sort()
print([item.value for item in items] == sorted(i * 37 % 101 for i in range(200)))
log.clear()
pairs = [(i % 3, Item(i)) for i in range(6)]
show(sorted(pairs, reverse=True))
show(sorted([[2, Item(1)], [1, Item(5)], [2, Item(0)]]))


def attempt(items, **arguments):
    try:
        items.sort(**arguments)
        print("sorted", items)
    except Exception as error:
        print(type(error).__name__, error, items, sep=": ")


data = [3, 1, 2]
attempt(data, key=lambda value: data.append(value) or value)
data = [3, 1, 2]
attempt(data, key=lambda value: data.clear() or value)
data = [3, 1, 2]
attempt(data, key=lambda value: data.sort() or len(data) - value)
data = [3, 1, 2]
attempt(data, key=lambda value: 1 // (value - 1))
data = [3, 1, 2]
attempt(data, key=lambda value: [] if value == 1 else value)


class Fails:
    count = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Fails.count += 1
        if Fails.count == limit:
            raise ValueError(f"comparison {limit}")
        return self.value < other.value

    def __repr__(self):
        return str(self.value)


for limit in (1, 2, 5, 9):
    Fails.count = 0
    data = [Fails(value) for value in (4, 2, 5, 1, 3)]
    try:
        data.sort()
    except ValueError as error:
        print(error, sorted(item.value for item in data))


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class ByTruth(Item):
    def __lt__(self, other):
        return Truth(self.value < other.value)


print(sorted([ByTruth(3), ByTruth(1), ByTruth(2)]), sorted([2, 3, 1], reverse=Truth(True)))
