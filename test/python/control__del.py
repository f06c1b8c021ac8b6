# del of names, items, slices and attributes.
# recorded: CPython 3.14
x = 1
del x
try:
    x
except NameError as error:
    print(error)
items = list(range(10))
del items[0], items[-1]
del items[2:5]
print(items)
del items[::2]
print(items)
d = {"a": 1, "b": 2}
del d["a"]
print(d)
class C: pass
c = C()
c.v = 1
del c.v
print(hasattr(c, "v"))
a, b, e = 1, 2, 3
del (a, b), [e]
def f():
    y = 1
    del y
    return y
try:
    f()
except UnboundLocalError as error:
    print(error)
