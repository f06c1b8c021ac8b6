# __hash__ and __eq__ may change the dict or set that is being searched: the search starts again, nothing is lost.
# recorded: CPython 3.14
class Meddler:
    def __init__(self, value, action=None):
        self.value = value
        self.action = action

    def __hash__(self):
        return 3

    def __eq__(self, other):
        action, self.action = self.action, None
        if action:
            action()
        return isinstance(other, Meddler) and self.value == other.value

    def __repr__(self):
        return f"M{self.value}"


d = {}
d[Meddler(1, lambda: d.update({i: i for i in range(20)}))] = "one"
d[Meddler(2)] = "two"
print(len(d), d[Meddler(2)], d[Meddler(1)])

d = {Meddler(1, lambda: d.clear()): 1}
print(d.get(Meddler(1), "gone"), d)

d = {Meddler(1, lambda: d.pop(3, None)): 1, 3: 3}
print(Meddler(1) in d, sorted(map(str, d)))

s = {Meddler(1)}
s.add(Meddler(2, lambda: s.update(range(10, 40))))
print(len(s), Meddler(2) in s, Meddler(1) in s)

s = {Meddler(1, lambda: s.clear())}
print(Meddler(1) in s, s)


class HashChanges:
    def __init__(self):
        self.count = 0

    def __hash__(self):
        self.count += 1
        target[self.count] = "from hash"
        return self.count


target = {}
target[HashChanges()] = "value"
print(len(target), target[1])


class Mapping:
    def keys(self):
        return ["a", "b", "c"]

    def __getitem__(self, key):
        target.pop(key, None)
        target[key + "!"] = 0
        return key


target = {"a": 1, "b": 2}
target.update(Mapping())
print(target)
target = {"a": 1}
print({**Mapping()}, dict(Mapping(), z=1), target)

a = {1: Meddler(1, lambda: b.clear()), 2: 2}
b = {1: Meddler(2), 2: 2}
print(a == b, b)


class SourceChanges:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        source[len(source) + 100] = 1
        return False


source = {SourceChanges(): 1, "x": 2}
try:
    {SourceChanges(): 0}.update(source)
except RuntimeError as error:
    print("RuntimeError", error)
