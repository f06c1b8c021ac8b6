def f():
    print(x)
    x = [y]
    y = x.z + w
    w = 1
