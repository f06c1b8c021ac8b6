# str.maketrans builds tables, str.translate applies them.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    str.maketrans("abc", "xyz"), str.maketrans("ab", "xy", "c"), str.maketrans({"a": "1", 98: None, "c": 99}),
))
show(lambda: (
    "aabbcc".translate(str.maketrans("ab", "xy", "c")), "abc".translate({97: "AAA", 98: None}), "abc".translate({}),
))
show(lambda: ("abc".translate(str.maketrans({"a": "é", "b": 0x1F600})), "ab".translate("0123456789" * 10)))
show(lambda: ("日本".translate({ord("日"): "D"}), "abc".translate({97: 65})))
show(lambda: str.maketrans("ab", "x"))
show(lambda: str.maketrans({"ab": "x"}))
show(lambda: str.maketrans(1))
show(lambda: str.maketrans("a", "b", 1))
show(lambda: str.maketrans({1.5: "a"}))
show(lambda: "abc".translate({97: 1.5}))
show(lambda: "abc".translate({97: 0x110000}))
show(lambda: "abc".translate())
