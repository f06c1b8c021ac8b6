def f(g, a, k):
    g(*a)
    g(1, *a, 2)
    g(**k)
    g(1, x=2, **k, y=3)
    g.method(*a, **k)
