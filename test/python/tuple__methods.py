# tuple's two methods.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: ((1, 2, 1).count(1), (1, 2, 1).index(1, 1), ().count(0), (1, 2, 3).index(3, -2), (1, 2).index(1, 0, 5)))
show(lambda: (1,).index(2))
show(lambda: ().index(0))
show(lambda: (1,).count())
show(lambda: (1,).index(1, "x"))
