# str.find, rfind, index and rindex.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: ("banana".find("an"), "banana".rfind("an"), "banana".find("x"), "banana".rfind("x")))
show(lambda: ("banana".find("an", 2), "banana".find("an", 2, 4), "banana".rfind("an", 0, 4), "banana".find("a", -1)))
show(lambda: ("banana".find(""), "banana".rfind(""), "banana".find("", 6), "banana".find("", 7), "".find("")))
show(lambda: ("日本語日".find("日", 1), "日本語日".rfind("日"), "aé".index("é"), "banana".rindex("n")))
show(lambda: ("banana".index("ana", 1), "banana".rindex("ana")))
show(lambda: "banana".index("x"))
show(lambda: "banana".rindex("x"))
show(lambda: "banana".index("a", 6))
show(lambda: "banana".find(1))
show(lambda: "banana".rfind(None))
show(lambda: "banana".rindex())
