# dict() of nothing, mappings, pairs and keywords.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    dict(), dict({"a": 1}), dict([("a", 1), ("b", 2)]), dict(a=1, b=2), dict({"a": 1}, a=2, b=3),
    dict(zip("ab", range(2))), dict(["ab", "cd"]), dict((), x=1), dict(**{"k": 1}),
))
show(lambda: dict(5))
show(lambda: dict([1]))
show(lambda: dict(["abc"]))
show(lambda: dict([("a",)]))
show(lambda: dict({}, {}))
show(lambda: dict(None))
show(lambda: dict([[[], 1]]))
