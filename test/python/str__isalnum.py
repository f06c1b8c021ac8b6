# str.isalnum, isalpha and isascii.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: [s.isalnum() for s in ("abc1", "", "a b", "é日", "½", "²", "_", "٣")])
show(lambda: [s.isalpha() for s in ("abc", "", "a1", "é日", "ǅ", "ª", "'")])
show(lambda: [s.isascii() for s in ("abc", "", "é", "\x7f", "\x80")])
show(lambda: "a".isalnum(1))
show(lambda: "a".isalpha(1))
show(lambda: "a".isascii(1))
