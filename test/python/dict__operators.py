# Merging with |, and comparing.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

d = {"a": 1, "b": 2}
show(lambda: (
    d | {"b": 3, "c": 4}, {"b": 0} | d, d == {"b": 2, "a": 1}, d != {}, {} == {}, {1: [1]} == {1: [1]},
    {"a": 1} == {"a": True},
))
e = d
e |= {"z": 26}
e |= [("y", 25)]
show(lambda: (d, e is d))
show(lambda: d | [("x", 1)])
show(lambda: d + {})
show(lambda: d < {})
show(lambda: hash(d))
show(lambda: 5 | d)
