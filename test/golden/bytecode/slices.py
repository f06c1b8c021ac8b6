def f(a, i):
    return a[1:], a[:i], a[i:-1], a[::2], a[i, 1:2], a[-1], a["k"], a[1000]
