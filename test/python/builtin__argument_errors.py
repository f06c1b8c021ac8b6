# What is told first when several things are wrong with the arguments of a builtin: how many, what is missing, which names.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


class Text(str):
    pass


show(pow, mud=3, base=1)
show(pow, 2, base=1)
show(pow, 2, 3, 4, 5)
show(round, "a", "b", sep=True)
show(round, sep=True)
show(sum, sep=None)
show(sum, None, "")
show(sum, [1], 2, start=3)
show(abs, "a", "b", sep=True)
show(max, sep=None)
show(min, 1, sep=None)
show(sorted, sep=None)
show(sorted, [], kee=None)
show([].sort, revers=1)
show(int.to_bytes, 5, lenght=1)
show(int.from_bytes, b"a", None)
show("a".split, "a", sep=1)
show("a".splitlines, keepend=1)
show("".__add__, sep=None)
show("".__add__)
show("".__mul__, None)
show([1].__imul__, "a")
show(Text("a").upper, 1)
show(Text("a").format_map)
show(object().__delattr__)
show(list.append, 5)
show(str.format_map, "a")
show(reversed, type("Items", (), {"__getitem__": len})())
show(format, 1, None)
