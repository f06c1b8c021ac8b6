# str.lower, upper and swapcase with the special cases of Unicode.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: ("Hello É".lower(), "Hello é ß ﬁ ŉ".upper(), "aBc ß É".swapcase()))
show(lambda: ("ΑΣ ΑΣΑ Σ".lower(), "İI".lower(), "ǆ ǅ Ǆ".upper(), "ΐ".upper()))
show(lambda: (len("İ".lower()), "日本1!".upper(), "".lower(), "ς".upper()))
show(lambda: "a".lower(1))
show(lambda: "a".upper(1))
show(lambda: "a".swapcase(1))
