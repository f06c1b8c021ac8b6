def f(a):
    x = y = a.z = a[0] = a
    return x, y
