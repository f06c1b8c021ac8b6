def f(a, b, c):
    if a < b:
        pass
    if a < b <= c != 3:
        return a
    x = a < b
    y = a < b < c
    if a is None or b is not None or a is b:
        return a == 1
    return a in (1, 2), b not in [1, 2], c in {1, 2}
