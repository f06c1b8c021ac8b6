# str.title starts every word with a title case letter.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    "hello world".title(), "they're bill's".title(), "HELLO".title(), "a1b c-d_e".title(), "ǆ ß éa".title(),
    "".title(),
))
show(lambda: "x".title(1))
