def f(a):
    x = 1
    del x, (a[0], a.b)
    global g
    del g
