# str.join joins any iterable of strings.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (", ".join(["a", "b"]), "".join("abc"), "-".join([]), "-".join(("x",)), "é".join("日本")))
show(lambda: ("-".join(str(i) for i in range(4)), "-".join({"k": 1, "l": 2}), "".join(["a", "é", "😀"])))
show(lambda: "-".join([1, 2]))
show(lambda: "-".join(["a", None]))
show(lambda: "-".join(5))
show(lambda: "-".join())
show(lambda: "-".join("a", "b"))
show(lambda: "-".join([b"a"]))
