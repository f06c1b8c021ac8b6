# str.isdecimal, isdigit and isnumeric differ on superscripts and fractions.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: [s.isdecimal() for s in ("123", "", "1.5", "-1", "٣", "²", "½", "一", "Ⅷ")])
show(lambda: [s.isdigit() for s in ("123", "", "1.5", "-1", "٣", "²", "½", "一", "Ⅷ")])
show(lambda: [s.isnumeric() for s in ("123", "", "1.5", "-1", "٣", "²", "½", "一", "Ⅷ")])
show(lambda: "1".isdecimal(1))
show(lambda: "1".isdigit(1))
show(lambda: "1".isnumeric(1))
