# __getitem__ receives slices and tuples.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class Show:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
s = Show()
show(lambda: (
    s[1], s[1:2], s[:], s[::2], s[1, 2], s[1:2, ...], s["k"], s[-1:], s[()], s[1,], s[*(1, 2)], s[lambda: 0].__name__,
))
s[1:2] = 5
s[1, "a"] = 6
del s[::3]
s[0] = [9]
show(lambda: slice(1, 2).indices(5))
