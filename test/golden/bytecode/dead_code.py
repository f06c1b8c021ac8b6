def f(x):
    if False:
        x = 1
    while 0:
        x = 2
    if __debug__:
        return x
    return 4
