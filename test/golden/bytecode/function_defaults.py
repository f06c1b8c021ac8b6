def f(a, /, b=1, *args, c, d=a, **kwargs):
    "Documented."
    return a, b, args, c, d, kwargs

g = lambda x, y=[]: x
