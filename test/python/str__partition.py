# str.partition and rpartition cut once.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: ("a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("="), "abc".rpartition("=")))
show(lambda: ("".partition("x"), "ab".partition("ab"), "a--b".partition("--"), "日=本".partition("=")))
show(lambda: "abc".partition(""))
show(lambda: "abc".rpartition(""))
show(lambda: "abc".partition(1))
show(lambda: "abc".rpartition(None))
