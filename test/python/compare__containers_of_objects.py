# Comparing containers asks their items in order, as far as needed, by identity first.
# recorded: CPython 3.14
log = []


class Item:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        log.append(f"{self.value}=={getattr(other, 'value', other)}")
        return self.value == getattr(other, "value", other)

    def __lt__(self, other):
        log.append(f"{self.value}<{other.value}")
        return self.value < other.value

    def __repr__(self):
        return f"I{self.value}"


def show(*values):
    print(*values, *log, sep=" | ")
    log.clear()


one, two = Item(1), Item(2)
show([one, two] == [one, two], [one, two] == [Item(1), Item(2)], [one] != [Item(2)])
show([one, two] == [one], (one, two) == (Item(1), Item(3)), (one,) == (Item(1), two))
show([one, [two, (Item(3),)]] == [Item(1), [Item(2), (Item(3),)]])
show([one, two] < [Item(1), Item(3)], [one] < [Item(1), two], [one, two] > [Item(1)], (two,) > (Item(1),))
show({1: one, 2: [two]} == {2: [Item(2)], 1: Item(1)}, {1: one} != {1: one}, {1: one} == {2: one})
show([[one], 5] < [[Item(1)], 6], [(1, [one])] < [(1, [Item(2)])])
show(one in [two, Item(1)], [one] in [[two], [Item(1)]], (1, one) in {"a": (1, Item(1))}.values())
show([two, one].index(Item(1)), (one, two, one).count(Item(1)), [one, two].index(two))
nan = float("nan")
print([nan] == [nan], nan in [nan], [nan].index(nan), {1: nan} == {1: nan}, [nan] == [float("nan")], (nan, 1) < (nan, 2))


class Odd:
    def __eq__(self, other):
        return "yes"

    def __lt__(self, other):
        return []


print([Odd()] == [1], [Odd()] < [1], (Odd(), 1) < (Odd(), 2), [Odd()] in [[2]])


class NoTruth:
    def __bool__(self):
        raise ValueError("no truth")


class Strange:
    def __eq__(self, other):
        return NoTruth()


for action in (lambda: [Strange()] == [1], lambda: Strange() in [1], lambda: {1: Strange()} == {1: 2}, lambda: [1, 2].remove(Strange())):
    try:
        print(action())
    except ValueError as error:
        print("ValueError", error)


class List(list):
    pass


class Reversed(list):
    def __lt__(self, other):
        return "Reversed.__lt__"

    def __eq__(self, other):
        return "Reversed.__eq__"


print(List([1, 2]) == [1, 2], [1, 2] == List([1, 2]), List([1]) < [2], [1] == Reversed(), [1] > Reversed(), [[1]] == [Reversed()])
for action in (lambda: [1] < (1,), lambda: [[1]] < [(1,)], lambda: (1, "a") < (1, 2), lambda: {} < {}, lambda: [{}] < [{1: 1}]):
    try:
        print(action())
    except TypeError as error:
        print("TypeError", error)
a, b = [], []
for _ in range(500):
    a, b = [a], [b]
print(a == b, a < b, a != b)
