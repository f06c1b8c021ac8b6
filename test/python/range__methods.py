# range's methods and attributes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    range(5).count(3), range(5).count(9), range(0, 10, 2).index(4), range(5).count(2.0), range(5).index(True),
    range(5).count("a"),
))
show(lambda: (range(10).start, range(10).stop, range(2, 10, 3).step, range(10, 0, -3).index(4)))
show(lambda: range(5).index(9))
show(lambda: range(5).index("a"))
show(lambda: range(0, 10, 2).index(3))
show(lambda: range(5).index())
show(lambda: range(5).count())
show(lambda: setattr(range(5), "start", 1))
