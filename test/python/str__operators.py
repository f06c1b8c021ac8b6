# Concatenation, repetition and membership of strings.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    "a" + "é" + "😀", "ab" * 3, 2 * "xy", "a" * 0, "a" * -1, "b" in "abc", "" in "", "ac" not in "abc", "日" in "日本",
))
show(lambda: (len("日本😀"), "a" "b", min("hello"), max("hello"), sorted("hello"), list(reversed("abc")), [*"ab"]))
show(lambda: ("%s" % 5 + "x", "a" < "b" <= "b", hash("a") == hash("a"), str() == ""))
show(lambda: "a" * "b")
show(lambda: "a" * 1.5)
show(lambda: "a" + b"b")
show(lambda: "a" in 1)
show(lambda: "a"[0:1:0])
