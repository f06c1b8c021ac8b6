# deque: both ends, rotation, maxlen.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from collections import deque
d = deque([1, 2, 3])
show(lambda: (
    d, d.append(4), d.appendleft(0), d.pop(), d.popleft(), d, d[0], d[-1], len(d), 2 in d, list(d), d.extend("ab"),
    d.extendleft("xy"), d,
))
show(lambda: (
    d.rotate(1), d, d.rotate(-2), d, d.reverse(), d, d.count("a"), d.index(2), d.remove("a"), d.insert(1, "in"), d,
    d.copy() == d, d.clear(), d,
))
show(lambda: (
    deque([1, 2, 3, 4], maxlen=2), deque(maxlen=3), deque("abc", 2).maxlen, deque("abc").maxlen,
    deque([1]) + deque([2]), deque([1, 2]) * 2, deque([1]) < deque([2]), deque([1]) == [1],
    deque("ab") == deque("ab"),
))
m = deque([1, 2, 3], maxlen=3)
show(lambda: (
    m.append(4), m, m.appendleft(0), m, m.extend([7, 8]), m, list(reversed(m)), list(iter(m)),
    repr(deque([deque([1])])), deque(range(5))[2],
))
m[0] = "z"; del m[1]; m += "q"
show(lambda: m)
show(lambda: deque().pop())
show(lambda: deque().popleft())
show(lambda: deque([1])[5])
show(lambda: deque([1]).remove(9))
show(lambda: deque([1]).index(9))
show(lambda: deque(5))
show(lambda: deque([1], -1))
show(lambda: deque([1], maxlen="x"))
show(lambda: deque([1, 2])[0:1])
show(lambda: deque([1], maxlen=1).insert(0, 5))
show(lambda: hash(deque()))
show(lambda: deque([1]) + [2])
show(lambda: deque([1]).rotate("x"))
