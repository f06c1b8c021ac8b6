# str.center pads on both sides, the odd one where CPython puts it.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: "ab".center(6))
show(lambda: "ab".center(7, "*"))
show(lambda: "abc".center(6, "*"))
show(lambda: "abc".center(2))
show(lambda: "é".center(4, "日"))
show(lambda: "ab".center(-5))
show(lambda: "ab".center(5, "xy"))
show(lambda: "ab".center("5"))
show(lambda: "ab".center())
show(lambda: "ab".center(5, 1))
