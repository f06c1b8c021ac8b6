# deque: places from both ends, repetition, bounds, arguments that do not fit.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from collections import deque
show(lambda: deque(1, 2, 3))
show(lambda: deque(iterable=[1], maxlen=2))
show(lambda: deque([1], x=3))
show(lambda: deque([1], 2, maxlen=3))
show(lambda: deque([1]).append())
show(lambda: deque.append())
show(lambda: deque.append(3, 4))
show(lambda: deque([1]).pop(1))
show(lambda: deque([1]).insert(1))
show(lambda: deque([1]).index(1, "x"))
show(lambda: deque([1]).insert("x", 2))
show(lambda: deque([1]) * "x")
show(lambda: deque([1]) < 3)
show(lambda: deque([1])["a"])
def assign(key, value):
    d = deque([1, 2])
    d[key] = value
    return d
show(lambda: assign("a", 1))
show(lambda: assign(5, 1))
show(lambda: assign(-1, 1))
def delete(items, key):
    d = deque(items)
    del d[key]
    return d
for i in range(-6, 6):
    show(lambda: delete(range(5), i))
def extend(value):
    d = deque([1])
    d += value
    return d
show(lambda: extend(3))
show(lambda: extend("ab"))
def multiply(value, **kw):
    d = deque([1, 2, 3], **kw)
    d *= value
    return d
for n in (-1, 0, 1, 2, 3):
    show(lambda: (multiply(n), multiply(n, maxlen=4), multiply(n, maxlen=7), deque("ab", 5) * n, n * deque("ab", 2)))
show(lambda: multiply("a"))
show(lambda: deque([1], maxlen=2**70))
show(lambda: deque([1], maxlen=True))
show(lambda: deque([1], maxlen=2.0))
show(lambda: deque([1]).rotate(1, 2))
show(lambda: deque([1]).extend())
show(lambda: deque([1]).extend(3))
show(lambda: deque([1]).foo)
def set_maxlen():
    deque([1]).maxlen = 3
show(set_maxlen)
for n in (-7, -3, -2, -1, 0, 1, 2, 3, 7, 100):
    d = deque(range(5))
    d.rotate(n)
    e = deque(range(5))
    e.insert(n, "x")
    print(n, d, e)
d = deque()
for i in range(20):
    d.append(i)
    d.appendleft(-i)
    if i % 3 == 0:
        d.pop()
        d.popleft()
print(d, len(d), d[3], d[-4])
for i in range(100):
    d.append(d.popleft())
print(d)
show(lambda: (d.index(5), d.index(5, 2), d.count(0), 5 in d, 99 in d))
show(lambda: d.index(5, 100))
show(lambda: d.index(5, -3, -1))
