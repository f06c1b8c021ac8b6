# str.islower, isupper and istitle.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: [s.islower() for s in ("abc", "aBc", "", "1", "a1", "é", "ß", "ªǆ", "日a")])
show(lambda: [s.isupper() for s in ("ABC", "aBc", "", "1", "A1", "É", "Σ", "Ⅷ")])
show(lambda: [s.istitle() for s in ("Abc", "Abc Def", "abc", "ABC", "", "1", "A1b", "A1B", "They'Re", "ǅ")])
show(lambda: "a".islower(1))
show(lambda: "a".isupper(1))
show(lambda: "a".istitle(1))
