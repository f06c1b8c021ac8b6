# UserDict, UserList and UserString are made to be subclassed.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from collections import UserDict, UserList, UserString
class Upper(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = Upper(a=1)
u["b"] = 2
u.update({"c": 3})
show(lambda: (u, u.data, "A" in u, len(u), sorted(u), u.get("zz"), u.pop("A"), u | {"d": 4}, isinstance(u, dict)))
l = UserList([3, 1, 2])
l.append(5); l.sort()
show(lambda: (
    l, l[0], l[1:], l + [9], l * 2, len(l), 5 in l, l.data, l == [1, 2, 3, 5], l.index(2), l.pop(), [0] + l,
    type(l[1:]).__name__,
))
s = UserString("abc")
show(lambda: (
    s, str(s), s.upper(), s + "d", s[1], len(s), "b" in s, s == "abc", s.data, s.split("b"), type(s.upper()).__name__,
    s.replace("a", "x"), hash(s) == hash("abc"),
))
show(lambda: u["nope"])
show(lambda: u["k", "l"])
show(lambda: UserDict(5))
show(lambda: l[10])
show(lambda: l.remove(9))
show(lambda: UserList(5))
show(lambda: s[10])
show(lambda: s.index("z"))
show(lambda: UserString())
