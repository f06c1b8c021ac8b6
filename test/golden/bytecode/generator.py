def f(n):
    x = yield
    y = yield n
    z = yield from x
    return z

total = sum(x * x for x in range(10) if x % 2)
