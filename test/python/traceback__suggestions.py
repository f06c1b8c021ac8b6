# What tracebacks suggest for names and attributes.
# recorded: CPython 3.14
# exit: 1
class A:
    def __init__(self): self._hidden = 1; self.visible = 2
try:
    A().hidden
except AttributeError as e:
    x = e
def f(counter):
    def inner():
        print(conter, counter)
    inner()
try:
    f(1)
except NameError as e: y = e
def g(collections):
    colections.x
try: g(1)
except NameError as e: z = e
try: import math; from math import sqroot
except ImportError as e: w = e
try: raise AttributeError("own", name="uppr", obj="text")
except AttributeError as e: v = e
try: raise NameError("own", name="prnt")
except NameError as e: u = e
class C:
    try:
        valu = 1
        print(vale)
    except NameError as e:
        t = e
def h():
    try: later
    except NameError as e: return e
    later2 = 1
s = h()
def k():
    for i in range(2):
        print(ii)
try: k()
except NameError as e: r = e
q = NameError("bare")
class D:
    def __getattr__(self, n): raise AttributeError(n)
    total = 1
try: D().totl
except AttributeError as e: p = e
try: sys.x
except NameError as e: o = e
try: "x".uper()
except AttributeError as e: n = e
try: [].appendd
except AttributeError as e: m = e
raise ExceptionGroup("all", [x, y, z, w, v, u, C.t, s, r, q, p, o, n, m])
