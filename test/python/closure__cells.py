# Closures share variables by cell, bind late, and survive their function.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except BaseException as error:
        print(type(error).__name__, error, sep=": ")

functions = [lambda: i for i in range(3)]
print([f() for f in functions])
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])
loop = []
for i in range(3):
    def f(): return i
    loop.append(f)
print([f() for f in loop])
def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    def get(): return n
    def reset():
        nonlocal n
        del n
    return up, get, reset
up, get, reset = counter()
show(lambda: (up(), up(), get(), up.__code__.co_freevars if hasattr(up, "__code__") else 0, len(up.__closure__), up.__closure__[0].cell_contents))
show(lambda: (up.__closure__[0] is get.__closure__[0], reset()))
show(get)
show(up)
show(lambda: up.__closure__[0].cell_contents)
def late():
    def f(): return value
    try: f()
    except NameError as error: print(type(error).__name__, error)
    value = 1
    return f()
show(late)
def parameters(a, *args, k=1, **kwargs):
    def f():
        nonlocal a, k
        a += 1
        k *= 2
        return a, args, k, kwargs
    f()
    return f()
show(lambda: parameters(1, 2, k=3, z=4))
def three():
    x = 1
    def two():
        def one():
            nonlocal x
            x += 1
            return x
        return one
    return two()() + x
show(three)
x = "global"
def shadow():
    x = "outer"
    class C:
        x = "class"
        seen = x
        def method(self): return x
        values = [x for _ in range(1)]
    return C.seen, C().method(), C.values
show(shadow)
class K:
    y = [1, 2]
    z = [v * 2 for v in y]
    def f(self): return __class__
print(K.z, K().f() is K)
def comprehension():
    fs = [lambda: (a, b) for a in "xy" for b in "pq"]
    gs = list((lambda: a) for a in "xy")
    return [f() for f in fs], [g() for g in gs]
show(comprehension)
def walrus():
    if any((hit := n) > 2 for n in range(5)): pass
    return hit
show(walrus)
def exceptions():
    try: raise ValueError("v")
    except ValueError as e:
        f = lambda: e
        inside = repr(f())
    return inside, f()
show(exceptions)
def recursive():
    def fact(n): return n * fact(n - 1) if n else 1
    return fact(10)
show(recursive)
