# A hash map by hand: open addressing, tombstones, growth.
# recorded: CPython 3.14
class HashMap:
    EMPTY, GONE = object(), object()

    def __init__(self, pairs=(), capacity=4):
        self.slots = [self.EMPTY] * capacity
        self.used = self.size = self.probes = 0
        for key, value in pairs:
            self.put(key, value)

    @staticmethod
    def hash(key):
        if isinstance(key, int):
            return key * 2654435761 & 0xFFFFFFFF
        h = 2166136261
        for byte in str(key).encode():
            h = (h ^ byte) * 16777619 & 0xFFFFFFFF
        return h

    def _find(self, key):
        mask = len(self.slots) - 1
        i = self.hash(key) & mask
        free = None
        while True:
            self.probes += 1
            slot = self.slots[i]
            if slot is self.EMPTY:
                return i if free is None else free
            if slot is self.GONE:
                free = i if free is None else free
            elif slot[0] == key:
                return i
            i = (i + 1) & mask

    def _resize(self, capacity):
        old = [s for s in self.slots if s is not self.EMPTY and s is not self.GONE]
        self.slots, self.used = [self.EMPTY] * capacity, 0
        for key, value in old:
            self.slots[self._find(key)] = (key, value)
            self.used += 1

    def put(self, key, value):
        i = self._find(key)
        if self.slots[i] is self.EMPTY or self.slots[i] is self.GONE:
            self.size += 1
            self.used += self.slots[i] is self.EMPTY
        self.slots[i] = (key, value)
        if self.used * 3 > len(self.slots) * 2:
            self._resize(len(self.slots) * 2 if self.size * 2 > len(self.slots) else len(self.slots))

    def __getitem__(self, key):
        slot = self.slots[self._find(key)]
        if slot is self.EMPTY or slot is self.GONE:
            raise KeyError(key)
        return slot[1]

    def pop(self, key):
        value = self[key]
        self.slots[self._find(key)] = self.GONE
        self.size -= 1
        return value

    def __iter__(self):
        return (s[0] for s in self.slots if s is not self.EMPTY and s is not self.GONE)

    def __len__(self):
        return self.size

m = HashMap([("a", 1), ("b", 2)])
m.put("a", 10)
print(m["a"], m["b"], len(m), sorted(m), "c" in m, len(m.slots))
for i in range(100):
    m.put(i, i * i)
for i in range(0, 100, 2):
    assert m.pop(i) == i * i
print(len(m), len(m.slots), m[99], sum(k for k in m if isinstance(k, int)), m.probes > 100)
for bad in (lambda: m[2], lambda: m.pop("zz")):
    try:
        bad()
    except KeyError as error:
        print("KeyError", error)
reference, table = {}, HashMap()
seed = 1
for step in range(2000):
    seed = (seed * 1103515245 + 12345) % 2147483648
    key = seed // 7 % 50
    if seed % 3:
        reference[key] = step
        table.put(key, step)
    elif key in reference:
        assert reference.pop(key) == table.pop(key)
print(len(reference) == len(table), all(table[k] == v for k, v in reference.items()), len(table.slots), sorted(table)[:5])
