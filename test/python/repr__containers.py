# repr of containers: nested, inside themselves, and with objects whose __repr__ shows a container again.
# recorded: CPython 3.14
items = [1]
items.append(items)
print(items, repr(items), str(items))
pair = ([],)
pair[0].append(pair)
print(pair)
table = {"a": 1}
table["self"] = table
table["items"] = table.items()
print(table)
print([], (), {}, set(), frozenset(), (1,), [()], {(): []}, {1}, frozenset({2}), {1: {2: {3: [4, (5, {6})]}}})
print({}.keys(), {1: 2}.values(), {1: [2]}.items(), range(3), range(1, 10, 2), slice(1, None), slice([1], "x", (2,)))


class Box:
    def __init__(self, content):
        self.content = content

    def __repr__(self):
        return f"Box({self.content!r})"


content = [1, 2]
content.append(Box(content))
print(content, Box(content))
table = {}
table["box"] = Box(table)
print(table)
shared = [0]
print([shared, shared, Box(shared)], {1: Box({Box((1, [Box(2)])): 3})})


class List(list):
    pass


class Named(list):
    def __repr__(self):
        return "Named" + list.__repr__(self)


class Set(set):
    pass


class Dict(dict):
    pass


print(List([1, List([2])]), Named([1, Named([])]), Set([1]), Set(), Dict(a=Dict()), [Set([2])])
loop = Named()
loop.append(loop)
print(loop)


class Broken:
    def __repr__(self):
        raise ValueError("no repr")


class NotText:
    def __repr__(self):
        return 5


for value in ([1, Broken()], {"k": (Broken(),)}, [NotText()], {1: [NotText()]}):
    try:
        print(repr(value))
    except Exception as error:
        print(type(error).__name__, error)
deep = []
for _ in range(300):
    deep = [deep]
print(len(repr(deep)), repr(deep) == "[" * 301 + "]" * 301)
