def f(a):
    a.b.c = a.d
    a.b.c += 1
    del a.b
    return a.x.y
