# str.capitalize puts the first character in title case, the rest in lower case.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: "hELLO wORLD".capitalize())
show(lambda: "".capitalize())
show(lambda: "ǆabc".capitalize())
show(lambda: "ßa".capitalize())
show(lambda: "ΑΣ".capitalize())
show(lambda: "123aB".capitalize())
show(lambda: "x".capitalize(1))
