# UserDict, UserList and UserString: every method and operator.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from collections import *
class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = U({"a": 1}, b=2)
show(lambda: (u, u.data, u["A"], len(u), "A" in u, "a" in u, u | {"c": 3}, {"z": 1} | u, u.copy(), u.keys(), list(u.items()), u.pop("A"), u, u == {"B": 2}, u.get("q", 7), U.fromkeys("xy", 0)))
show(lambda: u["nope"])
show(lambda: UserDict(5))
show(lambda: UserDict(1, 2))
class UM(UserDict):
    def __missing__(self, k): return "missing " + k
show(lambda: (UM()["x"], UM().get("x"), "x" in UM()))
def uior():
    x = UserDict(a=1)
    x |= {"b": 2}
    x |= UserDict(c=3)
    return x, x.setdefault("z", 1), x.popitem(), x.clear(), x
show(uior)
l = UserList([3, 1, 2])
show(lambda: (l, l.data, l[0], l[1:], type(l[1:]), len(l), 3 in l, l + [4], [0] + l, l + UserList([5]), l * 2, 2 * l, l == [3, 1, 2], l < [4], sorted(l), l.index(1), l.count(3), list(reversed(l)), list(l), l.copy()))
def ul():
    x = UserList("ab")
    x.append("c"); x.insert(0, "z"); x.extend("de"); x.extend(UserList("f")); x += "g"; x.remove("z"); x.reverse(); a = x.pop(); x.sort(reverse=True); x[0] = "Q"; del x[1]; x *= 2
    return x, a
show(ul)
show(lambda: UserList(5))
show(lambda: UserList([1])[5])
show(lambda: UserList([1]).remove(9))
show(lambda: hash(UserList()))
show(lambda: UserList([1]) + 5)
s = UserString("Hello")
show(lambda: (s, str(s), s.upper(), type(s.upper()), s + "x", "x" + s, s * 2, s[0], type(s[0]), s[1:3], len(s), "ell" in s, s == "Hello", s < "Z", hash(s) == hash("Hello"), s.find("l"), s.split("l"), s.replace("l", "L"), s.startswith("He"), s.count("l"), s.join(["a", "b"]), s.center(9, "*"), int(UserString("5")), float(UserString("1.5")), s.encode(), s.isalpha(), UserString("%s!") % "a", s.zfill(8), s.partition("l"), list(s), s.title().swapcase(), UserString(5), s.removeprefix("He"), s.format(), s.index("l"), s.rindex("l")))
show(lambda: s.index("zz"))
show(lambda: s["a"])
show(lambda: s.nope)
show(lambda: UserString())
show(lambda: UserString("a") + None)
