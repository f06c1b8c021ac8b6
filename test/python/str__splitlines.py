# str.splitlines knows all the line ends of Unicode.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    "a\nb\r\nc\rd".splitlines(), "a\nb\n".splitlines(), "".splitlines(), "\n".splitlines(), "abc".splitlines(),
))
show(lambda: ("a\nb\r\nc".splitlines(True), "a\n\nb".splitlines(keepends=True), "a\n".splitlines(False)))
show(lambda: "a\vb\fc\x1cd\x1de\x1ef\x85g\u2028h\u2029i".splitlines())
show(lambda: "a".splitlines(1, 2))
show(lambda: "a".splitlines(nope=1))
