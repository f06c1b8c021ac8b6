# repr of lists, also of one that holds itself.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

a = [1]
a.append(a)
show(lambda: (a, [a], [[], [[]]], [None, True, 1.0, "s", b"b", (1,), {2: [3]}, {4}], str([1, "a"])))
b = [1]; c = [b, b]; b.append({"c": c})
show(lambda: (b, c))
show(lambda: a == a)
