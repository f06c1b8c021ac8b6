# A set asks __hash__ and __eq__ of its elements, and sets of them support every operation.
# recorded: CPython 3.14
log = []


class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return 5

    def __eq__(self, other):
        log.append(f"{self.value}=={other.value}")
        return self.value == other.value

    def __repr__(self):
        return f"K{self.value}"


def names(keys):
    return sorted(key.value for key in keys)


def show(*values):
    print(*values, *log, sep=" | ")
    log.clear()


a = {Key(1), Key(2), Key(1)}
show(names(a))
a.add(Key(2))
a.discard(Key(7))
show(names(a), Key(2) in a, Key(3) in a)
a.remove(Key(1))
show(names(a))
try:
    a.remove(Key(9))
except KeyError as error:
    show("KeyError", error)
a, b = {Key(1), Key(2), Key(3)}, {Key(2), Key(3), Key(4)}
log.clear()
print(names(a | b), names(a & b), names(a - b), names(a ^ b), a <= b, a & b <= a, a == b, a.isdisjoint(b))
log.clear()
print(names(a.union(b, [Key(9)])), names(a.intersection([Key(3), Key(1)])), names(a.difference([Key(1)], b)))
print(names(a.symmetric_difference([Key(1), Key(8)])), a.issubset([Key(i) for i in range(5)]), a.issuperset([Key(3)]))
c = set(a)
c |= b
c -= {Key(1)}
c &= {Key(2), Key(4), Key(5)}
c ^= {Key(4), Key(6)}
print(names(c), names(frozenset(a) | b), type(frozenset(a) | b).__name__)
c.update([Key(1)], (Key(2),))
c.intersection_update([Key(1), Key(2)], [Key(2)])
print(names(c))
c.difference_update([Key(2)])
c.symmetric_difference_update([Key(1), Key(2)])
print(names(c), names(a), names(b))
log.clear()
show({frozenset([Key(1)])} == {frozenset([Key(1)])}, frozenset([Key(1)]) in {frozenset([Key(1)])})
show({1, 2} in {frozenset([1, 2])}, hash(frozenset([Key(1)])) == hash(frozenset([Key(2)])))
