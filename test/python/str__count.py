# str.count counts without overlap, in a range.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: ("banana".count("an"), "banana".count("ana"), "banana".count("")))
show(lambda: ("banana".count("a", 2), "banana".count("a", 2, 4), "banana".count("a", -3)))
show(lambda: ("".count(""), "abc".count("", 3), "abc".count("", 4)))
show(lambda: ("日本日本".count("日"), "aaaa".count("aa")))
show(lambda: "abc".count("a", None, None))
show(lambda: "abc".count(1))
show(lambda: "abc".count())
show(lambda: "abc".count("a", "b"))
