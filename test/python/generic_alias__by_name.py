# list[int] and the like: what is called by name, compared, hashed, refused.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


alias = list[int]
kind = type(alias)
show(kind.__repr__, dict[str, list[int]])
show(kind.__repr__, 5)
for name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
    show(getattr(kind, name), alias, list[int])
    show(getattr(kind, name), alias, list[str])
    show(getattr(kind, name), alias, list)
    show(getattr(kind, name), 5, alias)
print(kind.__hash__(alias) == hash(list[int]))
show(kind.__hash__, 5)
show(kind.__hash__, list[[]])
print(kind.__call__(alias, "ab"), alias("ab"), alias() == [])
show(kind.__call__, alias, 5)
show(kind.__call__, 5)
show(kind.__getitem__, alias, str)
show(kind.__getitem__, alias)
show(kind.__instancecheck__, alias, 5)
show(kind.__subclasscheck__, alias, int)
show(isinstance, [], alias)
show(issubclass, list, alias)
show(kind.__mro_entries__, alias, ())
show(kind.__mro_entries__, alias)
print(kind.__or__(alias, None), kind.__ror__(alias, None), kind.__or__(alias, 5))
show(kind.__or__, 5, alias)
show(kind.__ror__, 5, alias)
print(kind.__getattribute__(alias, "__origin__"), alias.__args__, alias.__parameters__, alias.append)
show(kind.__getattribute__, alias, "nothing")
show(kind, list, int)
show(kind, list, (int, str))
show(kind, list)
show(kind)
print(*kind.__iter__(alias))
show(kind.__iter__, 5)
