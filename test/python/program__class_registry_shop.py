# A shop: discounts as strategy objects, taxes by decorator, receipts, and validation by descriptors.
# recorded: CPython 3.14
class Field:
    def __init__(self, kind, check=None, default=None):
        self.kind, self.check, self.default = kind, check, default
    def __set_name__(self, owner, name):
        self.name = name
        owner.fields = getattr(owner, "fields", ()) + (name,)
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{type(obj).__name__}.{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        if self.check and not self.check(value):
            raise ValueError(f"{type(obj).__name__}.{self.name} cannot be {value!r}")
        obj.__dict__[self.name] = value

class Model:
    def __init__(self, **values):
        for name, value in values.items():
            if name not in self.fields:
                raise AttributeError(f"{type(self).__name__} has no field {name!r}")
            setattr(self, name, value)
    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self.fields)})"

class Product(Model):
    name = Field(str, str.strip)
    price = Field(int, lambda p: p > 0)
    stock = Field(int, lambda s: s >= 0, default=0)

class Discount:
    kinds = {}
    def __call__(self, lines): return 0
    @classmethod
    def kind(cls, name):
        def decorate(sub):
            cls.kinds[name] = sub
            return sub
        return decorate

@Discount.kind("percent")
class Percent(Discount):
    def __init__(self, percent): self.percent = percent
    def __call__(self, lines): return sum(p.price * n for p, n in lines) * self.percent // 100

@Discount.kind("three for two")
class ThreeForTwo(Discount):
    def __init__(self, name): self.name = name
    def __call__(self, lines): return sum(n // 3 * p.price for p, n in lines if p.name == self.name)

@Discount.kind("best")
class Best(Discount):
    def __init__(self, *choices): self.choices = choices
    def __call__(self, lines): return max((c(lines) for c in self.choices), default=0)

class Cart:
    def __init__(self, discount=None):
        self.lines, self.discount = {}, discount or Discount()
    def add(self, product, n=1):
        wanted = self.lines.get(product, 0) + n
        if wanted > product.stock:
            raise ValueError(f"only {product.stock} of {product.name}")
        self.lines[product] = wanted
        return self
    def __iter__(self): return iter(self.lines.items())
    def totals(self):
        gross = sum(p.price * n for p, n in self)
        off = self.discount(list(self))
        tax = round((gross - off) * 0.19)
        return gross, off, tax, gross - off + tax
    def receipt(self):
        width = max((len(p.name) for p in self.lines), default=4)
        for p, n in sorted(self, key=lambda line: line[0].name):
            yield f"{n:>2} x {p.name:<{width}} {p.price * n / 100:>8.2f}"
        for label, amount in zip(("sum", "discount", "tax", "total"), self.totals()):
            if amount:
                yield f"{label:>{width + 5}} {amount / 100:>8.2f}"

tea, mug = Product(name="tea", price=450, stock=10), Product(name="mug", price=1299, stock=2)
print(tea, Product.fields, Product.price.kind.__name__, Product(name="x").stock)
for discount in (None, Percent(10), ThreeForTwo("tea"), Best(Percent(5), ThreeForTwo("tea")), Best()):
    print(type(discount).__name__, Cart(discount).add(tea, 7).add(mug).totals())
print(*Cart(Percent(10)).add(mug, 2).add(tea).receipt(), sep="\n")
print(list(Cart().receipt()), sorted(Discount.kinds), [k.__name__ for k in Discount.__subclasses__()])
for bad in (lambda: Product(name="", price=1), lambda: Product(name=5), lambda: Product(price=0), lambda: Product(colour="red"),
            lambda: Cart().add(mug, 3), lambda: setattr(tea, "stock", -1), lambda: setattr(tea, "price", "1"), lambda: Discount.kinds["none"]):
    try:
        bad()
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        print(type(error).__name__, error)
