# str.isidentifier, isprintable and isspace.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: [s.isidentifier() for s in ("abc", "_a1", "1a", "", "a-b", "é", "for", "日本", "a b", "ªb")])
show(lambda: [s.isprintable() for s in ("abc", "", "a\n", "é", "\u200b", " ", "\xa0", "\ud800", "😀")])
show(lambda: [s.isspace() for s in (" ", "", "\t\n\r\f\v", "a ", "\xa0", "\u2003", "\u200b", "\x1c", "\x85")])
show(lambda: "a".isidentifier(1))
show(lambda: "a".isprintable(1))
show(lambda: "a".isspace(1))
