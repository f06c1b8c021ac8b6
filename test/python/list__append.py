# append, extend and insert.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

a = [1]
show(lambda: (a.append(2), a.append([3]), a))
show(lambda: (a.extend((4, 5)), a.extend("xy"), a.extend(i for i in range(2)), a.extend({}), a))
show(lambda: (a.insert(0, "first"), a.insert(100, "last"), a.insert(-1, "before last"), a.insert(-100, 0), a))
show(lambda: a.append())
show(lambda: a.append(1, 2))
show(lambda: a.extend(5))
show(lambda: a.extend(None))
show(lambda: a.insert(1))
show(lambda: a.insert("x", 1))
show(lambda: a.insert(1.5, 1))
a = [1, 2]
show(lambda: (a.extend(a), a.append(a), a))
