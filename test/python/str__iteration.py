# Iterating over a string gives its characters.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

it = iter("aé日")
show(lambda: (next(it), it.__length_hint__(), next(it), next(it)))
show(lambda: next(it))
show(lambda: next(it, "done"))
show(lambda: (list("héllo"), tuple("ab"), dict(enumerate("xy")), [c.upper() for c in "ab"], list(zip("ab", "cd"))))
show(lambda: ("".join(reversed("añb")), sorted("bca", reverse=True), set("aaa"), list(map(ord, "aé😀"))))
