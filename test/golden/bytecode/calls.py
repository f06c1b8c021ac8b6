def f(g, x):
    g(1, x)
    g(x, key=1, other=x)
    g.method(x, y=2)
    return g(g(x), g)(x)
