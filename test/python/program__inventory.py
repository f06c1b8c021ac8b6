# An inventory with orders, reservations, validation and a stock report.
# recorded: CPython 3.14
import json

class StockError(ValueError):
    pass

class Item:
    def __init__(self, sku, name, price, quantity=0, tags=()):
        self.sku, self.name, self.price = sku, name, price
        self.quantity = quantity
        self.tags = frozenset(tags)

    def __repr__(self):
        return f"Item({self.sku!r}, {self.quantity})"

    def __lt__(self, other):
        return self.name < other.name

class Inventory:
    def __init__(self):
        self._items = {}

    def __iter__(self):
        return iter(self._items.values())

    def __len__(self):
        return len(self._items)

    def __getitem__(self, sku):
        try:
            return self._items[sku]
        except KeyError:
            raise StockError(f"unknown item {sku!r}") from None

    def add(self, item):
        if item.sku in self._items:
            raise StockError(f"{item.sku} exists")
        self._items[item.sku] = item

    def order(self, **lines):
        missing = {sku: n - self[sku].quantity for sku, n in lines.items() if self[sku].quantity < n}
        if missing:
            raise StockError("not enough: " + ", ".join(f"{k} ({v})" for k, v in sorted(missing.items())))
        total = 0
        for sku, n in lines.items():
            self[sku].quantity -= n
            total += n * self[sku].price
        return round(total * (0.9 if total > 100 else 1), 2)

    def find(self, *tags, **limits):
        wanted = set(tags)
        for item in sorted(self):
            if wanted <= item.tags and limits.get("low", 0) <= item.price <= limits.get("high", float("inf")):
                yield item

    def to_json(self):
        return json.dumps([vars(i) | {"tags": sorted(i.tags)} for i in self], indent=1)

inv = Inventory()
for row in [("A1", "Lamp", 25.0, 4, ["home", "light"]), ("B2", "Bulb", 3.5, 100, ["light"]), ("C3", "Chair", 80, 1, ["home"])]:
    inv.add(Item(*row))
print(len(inv), list(inv), inv["A1"].name)
print(inv.order(A1=1, B2=10), inv.order(C3=1, A1=2))
for action in (lambda: inv.order(A1=5, C3=1), lambda: inv["Z9"], lambda: inv.add(Item("A1", "x", 1)), lambda: inv.order(Q=1)):
    try:
        action()
    except StockError as error:
        print("error:", error)
print([i.name for i in inv.find("light")], [i.name for i in inv.find(high=30)], list(inv.find("garden")))
print(inv.to_json())
restored = json.loads(inv.to_json())
print(sum(i["quantity"] * i["price"] for i in restored), restored[0]["tags"])
