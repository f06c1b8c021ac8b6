# Items by key, len, in, missing keys and unhashable keys.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

d = {"a": 1, 2: "two", (1, 2): "t", None: 0, 1.5: "f", b"b": 1}
show(lambda: (d["a"], d[2], d[1, 2], d[None], d[1.5], d[2.0], d[b"b"], len(d), "a" in d, "zz" in d, 2 in d, None in d))
show(lambda: d["zz"])
show(lambda: d[3])
show(lambda: d[()])
show(lambda: d[[]])
show(lambda: d[{}])
show(lambda: [] in d)
show(lambda: d[{1}])
show(lambda: {[]: 1})
show(lambda: {{}: 1})
show(lambda: {(1, []): 1})
show(lambda: d["a"])
del d["a"]
show(lambda: (d, "a" in d))
show(lambda: d.__delitem__("a"))
show(lambda: d.__getitem__("a"))
show(lambda: d.__contains__("a"))
