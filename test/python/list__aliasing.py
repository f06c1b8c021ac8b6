# Copies are shallow; multiplication repeats references.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

grid = [[0] * 2] * 2
grid[0][0] = 1
show(lambda: grid)
good = [[0] * 2 for _ in range(2)]
good[0][0] = 1
show(lambda: (good, good[:] == good, good[:] is good, good.copy()[0] is good[0], list(good)[1] is good[1]))
