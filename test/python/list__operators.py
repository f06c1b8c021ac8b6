# Concatenation, repetition, comparison and membership.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    [1] + [2], [1, 2] * 2, 2 * ["a"], [1] * 0, [1] * -1, [] + [], 2 in [1, 2], [1] in [[1]], 3 not in [1],
    [1, 2] == [1, 2], [1] < [2],
))
show(lambda: [1] + (2,))
show(lambda: [1] * "a")
show(lambda: [1] * [2])
show(lambda: [1] - [1])
show(lambda: hash([]))
show(lambda: {[1]: 2})
show(lambda: [1] < 1)
a = b = [1]
a += [2]; a *= 2
show(lambda: (b, a is b))
a += "xy"
show(lambda: b)
show(lambda: a.__iadd__(5))
show(lambda: [0] * (10 ** 30))
