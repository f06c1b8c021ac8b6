# list[int] and int | str: what they show, tell, make and refuse.
# recorded: CPython 3.14


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


alias = dict[str, list[int]]
show(lambda: alias)
show(lambda: (alias.__origin__, alias.__args__, alias.__parameters__, alias.__name__))
show(lambda: [tuple[()], tuple[int, ...], list[None], set["name"], frozenset[int | None], enumerate[int], type[int]])
show(lambda: alias([("a", 1)]))
show(lambda: (alias == dict[str, list[int]], alias == dict[str, int], hash(alias) == hash(dict[str, list[int]])))
show(lambda: alias[str])
show(lambda: isinstance([], list[int]))
show(lambda: issubclass(list, list[int]))
show(lambda: alias.missing)
show(lambda: list.__class_getitem__(int))
show(lambda: list.__class_getitem__())
show(lambda: int[str])
show(lambda: [*tuple[int, ...]])
show(lambda: type(alias)(list, (int, str)))


class Numbers(list[int]):
    pass


show(lambda: (Numbers.__bases__, Numbers.__orig_bases__, Numbers([1])))
union = int | None | str | int
show(lambda: (union, union.__args__, type(union), union == str | None | int, hash(union) == hash(str | None | int)))
show(lambda: (isinstance(None, union), isinstance(1.5, union), issubclass(bool, union)))
show(lambda: [int | int, list[int] | list[int] | str])
show(lambda: int | 1)
show(lambda: None | None)
show(lambda: str(list[tuple[(int,) * 300]])[-20:])
