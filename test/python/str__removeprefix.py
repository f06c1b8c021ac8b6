# str.removeprefix and removesuffix take off at most one.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    "TestCase".removeprefix("Test"), "TestCase".removeprefix("x"), "aaa".removeprefix("a"), "abc".removeprefix(""),
))
show(lambda: (
    "file.txt".removesuffix(".txt"), "file.txt".removesuffix("x"), "file".removesuffix(""), "ab".removesuffix("abab"),
))
show(lambda: "abc".removeprefix(1))
show(lambda: "abc".removesuffix(("c",)))
show(lambda: "abc".removesuffix())
