# Subclasses of int, str, list, dict, tuple, set and float.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class L(list):
    def total(self): return sum(self)
    def append(self, x): super().append(x * 10)
class D(dict):
    def __getitem__(self, k): return ("got", super().__getitem__(k))
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
class S(str):
    def shout(self): return self.upper() + "!"
class I(int):
    def __repr__(self): return f"I({int(self)})"
    def __add__(self, o): return I(int(self) + o)
class T(tuple):
    def first(self): return self[0]
class F(float): pass
l = L([1, 2]); l.append(3); l.tag = "t"
d = D(a=1); d["b"] = 2
show(lambda: (
    l, l.total(), l.tag, len(l), l[1:], type(l[1:]).__name__, l + [1], type(l + [1]).__name__, isinstance(l, list),
    l == [1, 2, 30], sorted(l, reverse=True), L("ab") == ["a", "b"], type(l.copy()).__name__,
))
show(lambda: (d, d["B"], d.get("B"), list(d), dict(d), {**d}, type(d | {}).__name__, d == {"a": 1, "B": 2}, "b" in d))
show(lambda: (
    S("ab").shout(), S("a") + "b", type(S("a") + "b").__name__, S("a") == "a", {S("k"): 1}["k"], S("x").upper(),
    f"{S('f')}", len(S("abc")), S("a,b").split(","), type(S("a")[0]).__name__,
))
show(lambda: (
    I(5) + 1, I(5) * 2, I(7), [I(1)], I(5) == 5, int(I(3)), sum([I(1), I(2)]), I("12"), isinstance(I(1), int),
    hash(I(5)) == hash(5), f"{I(5)} {I(5):03d}", str(I(5)), range(I(3)),
))
show(lambda: (
    T([1, 2]).first(), T([1]) + (2,), T() == (), F(1.5) * 2, F("2.5"), type(F(1) + 1).__name__, {T([1]): "t"}[(1,)],
    sorted([T([2]), T([1])]),
))
show(lambda: L(5))
show(lambda: D(5))
show(lambda: I("x"))
show(lambda: l.nope)
show(lambda: S("a").nope)
class I2(int):
    def __new__(cls, v, unit): 
        self = super().__new__(cls, v)
        self.unit = unit
        return self
show(lambda: (I2(5, "km") + 1, I2(5, "km").unit))
