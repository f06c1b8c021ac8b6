# str.expandtabs fills to the next column, which line ends reset.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: ("a\tb\tc".expandtabs(), "a\tb".expandtabs(4), "abcd\te".expandtabs(4)))
show(lambda: ("a\tb".expandtabs(0), "a\tb".expandtabs(-1), "a\nb\tc".expandtabs(4), "\t".expandtabs(2)))
show(lambda: ("é\tb".expandtabs(tabsize=3), "a\rb\tc".expandtabs(4)))
show(lambda: "a\tb".expandtabs("4"))
show(lambda: "a\tb".expandtabs(1, 2))
