# A dict asks __hash__ and __eq__ of its keys in CPython's order: each key with an equal hash, until one is equal.
# recorded: CPython 3.14
log = []


class Key:
    def __init__(self, value, hash_value=7):
        self.value = value
        self.hash_value = hash_value

    def __hash__(self):
        log.append(f"hash {self.value}")
        return self.hash_value

    def __eq__(self, other):
        log.append(f"{self.value}=={other.value if isinstance(other, Key) else other}")
        return isinstance(other, Key) and self.value == other.value

    def __repr__(self):
        return f"K{self.value}"


def show(*values):
    print(*values, *log, sep=" | ")
    log.clear()


d = {Key(i): i for i in range(4)}
show(d)
show(d[Key(2)], d.get(Key(9)), Key(1) in d, Key(8) in d)
show(d.pop(Key(0)), d)
d[Key(3)] = "three"
show(d)
del d[Key(1)]
show(d, d.setdefault(Key(5), "five"), d.setdefault(Key(2), "two"))
show({1: Key(1)} == {1: Key(1)}, {Key(1): 1} == {Key(1): 1}, {Key(1): 1} == {Key(2): 1})
show(d.items() == {key: d[key] for key in [Key(2)]}.items(), (Key(2), 2) in d.items(), (Key(2), 3) in d.items())
show(dict.fromkeys([Key(1), Key(1), Key(2)]), {Key(1): 1} | {Key(1): 2, Key(2): 3})
show(d.keys() & {Key(2)}, d.keys() - [Key(5)])
try:
    d[Key(44)]
except KeyError as error:
    show("KeyError", error)
try:
    del d[Key(45)]
except KeyError as error:
    show("KeyError", error)


class Broken:
    def __hash__(self):
        return 7

    def __eq__(self, other):
        raise ValueError("no comparison")


e = {Broken(): 1}
for action in (lambda: e[Key(1)], lambda: Key(1) in e, lambda: e.update({Key(1): 1}), lambda: e.pop(Key(1), 0)):
    try:
        print(action())
    except ValueError as error:
        print("ValueError", error)
