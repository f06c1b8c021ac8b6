# Dataclasses: defaults, order, frozen, replace, asdict.
# recorded: CPython 3.14
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError

@dataclass(order=True)
class Item:
    name: str
    price: float = 0.0
    tags: list = field(default_factory=list, compare=False)

    def __post_init__(self):
        self.name = self.name.strip()

@dataclass(frozen=True)
class Key:
    a: int
    b: int = 2

i = Item(" pen ", 1.5)
i.tags.append("x")
print(i, Item("a") < Item("b"), i == Item("pen", 1.5), asdict(i), astuple(i), replace(i, price=2), [f.name for f in fields(Item)])
print(Key(1), hash(Key(1)) == hash(Key(1, 2)), {Key(1): "k"}[Key(1)])
try:
    Key(1).a = 5
except FrozenInstanceError as error:
    print(error)
try:
    Item()
except TypeError as error:
    print(error)
