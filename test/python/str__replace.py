# str.replace all or the first count occurrences.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    "banana".replace("an", "AN"), "banana".replace("a", ""), "banana".replace("a", "é", 2),
    "banana".replace("x", "y"),
))
show(lambda: ("abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "aaa".replace("aa", "b")))
show(lambda: ("abc".replace("b", "B", -1), "abc".replace("b", "B", 0), "abab".replace("ab", "c", count=1)))
show(lambda: ("日本".replace("本", "日"), "a\nb".replace("\n", "\\n")))
show(lambda: "abc".replace("a"))
show(lambda: "abc".replace(1, "x"))
show(lambda: "abc".replace("a", 1))
show(lambda: "abc".replace("a", "b", "c"))
