# Every kind of parameter, and how arguments find them.
# recorded: CPython 3.14
def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs

print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=4, e=6, x=7, y=8))
print(f(1, c=9, d=0, a="kw", b="kw"))
def g(*, k): return k
print(g(k=1))
def h(*args): return args
print(h(), h(1), h(*"ab"))
def i(**kw): return kw
print(i(), i(z=1, a=2), list(i(b=1, a=2)))
def j(x, y): return x - y
print(j(5, 3), j(y=5, x=3), j(5, y=1), j(*[4], **{"y": 2}))
