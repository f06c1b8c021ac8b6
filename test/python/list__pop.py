# pop and remove.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

a = [1, 2, 3, 4, 2]
show(lambda: (a.pop(), a.pop(0), a.pop(-1), a))
show(lambda: (a.remove(2), a))
show(lambda: a.remove(9))
show(lambda: a.pop(5))
show(lambda: a.pop(-5))
show(lambda: [].pop())
show(lambda: a.pop("x"))
show(lambda: a.pop(1, 2))
show(lambda: a.remove())
