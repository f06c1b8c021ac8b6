# str.ljust, rjust and zfill.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    "ab".ljust(4) + "|", "ab".rjust(4), "ab".ljust(4, "."), "ab".rjust(4, "é"), "abc".ljust(2), "abc".rjust(-1),
))
show(lambda: (
    "42".zfill(5), "-42".zfill(5), "+42".zfill(5), "".zfill(3), "abc".zfill(5), "--1".zfill(5), "12345".zfill(3),
))
show(lambda: "ab".ljust(5, ""))
show(lambda: "ab".rjust(5, "ab"))
show(lambda: "ab".ljust("5"))
show(lambda: "42".zfill("5"))
show(lambda: "42".zfill())
