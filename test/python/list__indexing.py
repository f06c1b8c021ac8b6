# Reading and writing items and slices.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

a = [0, 1, 2, 3, 4, 5]
show(lambda: (a[0], a[-1], a[1:3], a[::-1], a[::2], a[10:], a[-2:], a[:], a[4:1:-1], a[True], a[slice(1, 3)]))
a[1] = "one"; a[-1] = "last"
a[2:4] = ["x", "y", "z"]
show(lambda: a)
a[1:1] = [9, 9]; a[:0] = "ab"; a[len(a):] = (7,)
show(lambda: a)
a[::2] = [0] * len(a[::2])
show(lambda: a)
a[2:5] = []; del a[-1]; del a[::3]
show(lambda: a)
show(lambda: a[100])
show(lambda: a[-100])
show(lambda: a["0"])
show(lambda: a[1.0])
show(lambda: a[None])
show(lambda: a.__setitem__(100, 1))
show(lambda: a.__setitem__(slice(0, 2), 5))
show(lambda: a.__setitem__(slice(None, None, 2), [1]))
show(lambda: a.__delitem__(100))
show(lambda: a[::0])
