def f(a):
    if a:
        x = 1
    y = x
    z = x
    for i in a:
        w = i
    del y
    return x, w, i, y
