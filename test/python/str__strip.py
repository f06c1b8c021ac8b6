# str.strip, lstrip and rstrip.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    "  a b \n".strip(), "  a ".lstrip(), "  a ".rstrip(), "xxaxx".strip("x"), "xyaxy".strip("yx"), "abc".strip(""),
))
show(lambda: (
    "".strip(), "   ".strip(), "\u2003a\xa0".strip(), "xxa".lstrip("x"), "axx".rstrip("x"), "日a日".strip("日"),
    "a".strip("a"),
))
show(lambda: ("www.example.com".strip("cmowz."), "  a ".strip(None)))
show(lambda: "a".strip(1))
show(lambda: "a".lstrip(b" "))
show(lambda: "a".rstrip("a", "b"))
