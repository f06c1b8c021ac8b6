# add, discard, remove, pop, clear and copy.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

s = {1}
show(lambda: (s.add(2), s.add(1), s.discard(9), s.discard(1), s, s.copy() == s, s.copy() is s))
show(lambda: (s.remove(2), s, s.add("only"), s.pop(), s))
show(lambda: s.remove(5))
show(lambda: s.remove("k"))
show(lambda: s.pop())
show(lambda: s.add([]))
show(lambda: s.add())
show(lambda: s.discard({}))
show(lambda: s.discard(1, 2))
show(lambda: s.remove([]))
show(lambda: s.pop(1))
show(lambda: s.clear(1))
show(lambda: s.copy(1))
s = {3}
show(lambda: (s.clear(), s))
s = {frozenset([1])}
show(lambda: ({1} in s, s.discard({1}), s))
