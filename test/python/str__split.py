# str.split and rsplit at white space and at a separator.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: ("a b  c\t\nd".split(), "  a  ".split(), "".split(), " ".split(), "a\u2003b\x1cc".split()))
show(lambda: ("a,b,,c".split(","), ",".split(","), "".split(","), "a--b".split("--"), "abc".split("x")))
show(lambda: (
    "a b c d".split(None, 2), "a b c d".split(maxsplit=1), "a,b,c".split(",", 1), "a,b,c".split(",", 0),
    "  a b ".split(None, 0),
))
show(lambda: ("a b c d".rsplit(None, 2), "a,b,c".rsplit(",", 1), " a b c ".rsplit(maxsplit=1), "aXXbXXc".rsplit("XX")))
show(lambda: ("日,本".split(sep=","), "a b".split(" "), "a  b".split(" "), "aaa".split("aa"), "aaa".rsplit("aa")))
show(lambda: "abc".split(""))
show(lambda: "abc".rsplit(""))
show(lambda: "abc".split(1))
show(lambda: "abc".split(",", "1"))
show(lambda: "abc".rsplit(",", 1, 2))
