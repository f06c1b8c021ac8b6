def f(a):
    x, y = a
    y, x = a
    x, *y = a
    [x, (y, a.z)] = a
    for x[0] in a: pass
