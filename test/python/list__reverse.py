# reverse turns the list around in place.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

a = [1, 2, 3]
show(lambda: (a.reverse(), a, list(reversed(a)), a[::-1]))
show(lambda: a.reverse(1))
show(lambda: [].reverse())
