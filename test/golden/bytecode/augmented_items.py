def f(a, i, k):
    a[i] += 1
    a[0] -= i
    a["k"] *= 2
    a[i:k] += k
    a[::i] = k
    del a[i], a[1:2]
