# The updating forms.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

s = {1, 2, 3}
t = s
show(lambda: (
    s.update([4], (5,), {6: 0}), s, s.intersection_update([1, 2, 3, 4, 9], range(4)), s,
    s.difference_update([1], [2]), s, s.symmetric_difference_update([3, 7]), s,
))
s |= {8, 9}; s &= {7, 8, 9}; s -= {9}; s ^= {8, 1}
show(lambda: (s, s is t))
show(lambda: s.update(5))
show(lambda: s.update([[]]))
show(lambda: s.intersection_update(5))
show(lambda: s.difference_update(1))
show(lambda: s.symmetric_difference_update(None))
show(lambda: (s.update(), s.difference_update(), s.intersection_update(), s))
show(lambda: s.__ior__([1]))
show(lambda: s.symmetric_difference_update())
show(lambda: (s.update(s), s.difference_update(s), s))
