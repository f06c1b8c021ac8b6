def f(x):
    y = x + (x := 5)
    print(x, x := 6, x)
    if (n := len(x)) > 10:
        return n
