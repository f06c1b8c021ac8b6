# What iterators do when their container changes under them.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except BaseException as error:
        print(type(error).__name__, error, sep=": ")

items = [1, 2, 3]
seen = []
for x in items:
    seen.append(x)
    if len(items) < 6: items.append(x * 10)
print(seen, items)
items = [1, 2, 3, 4]
for x in items: items.remove(x)
print(items)
it = iter(items)
show(lambda: (list(it), items.append(9), list(it)))
d = {1: 1, 2: 2}
def grow():
    for k in d: d[k + 10] = 0
show(grow)
d = {1: 1, 2: 2}
def swap():
    for k in d:
        del d[k]
        d[k + 1000] = 0
show(swap)
s = {1, 2}
def grow_set():
    for x in s: s.add(x + 100)
show(grow_set)
d = {"a": 1}
it = iter(d.items())
d["b"] = 2
show(lambda: next(it))
show(lambda: next(it))
d = {"a": 1, "b": 2}
for k in d: d[k] = 5
print(d)
show(lambda: sum(d.values(), d.clear() or 1))
l = [3, 1, 2]
show(lambda: sorted(l, key=lambda x: l.append(x) or x))
def extend_self():
    l = [1, 2]
    l.extend(x for x in l if len(l) < 5)
    return l
show(extend_self)
def pops(l): return [x for x in l if l.pop()]
show(lambda: pops([1, 2, 3, 4, 5]))
