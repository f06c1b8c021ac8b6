# \N{…} escapes, ord and chr of all planes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    "\N{BULLET}", "\N{GREEK CAPITAL LETTER OMEGA}", "\N{LATIN SMALL LETTER E WITH ACUTE}", "\N{grinning face}",
))
show(lambda: (ord("a"), ord("😀"), chr(97), chr(0x1F600), chr(0), chr(0x10FFFF) == "\U0010ffff"))
show(lambda: ord("ab"))
show(lambda: ord(""))
show(lambda: ord(5))
show(lambda: chr(-1))
show(lambda: chr(0x110000))
show(lambda: chr("a"))
show(lambda: chr(1.5))
