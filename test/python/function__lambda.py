# Lambdas with every kind of parameter.
# recorded: CPython 3.14
print((lambda: 1)(), (lambda x, y=2: x + y)(1), (lambda *a, **k: (a, k))(1, 2, z=3))
print((lambda *, k: k)(k=5), (lambda a, /, b: (a, b))(1, b=2))
compose = lambda f, g: lambda x: f(g(x))
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
print(sorted([3, -1, -7, 2], key=lambda v: abs(v)))
print((lambda x: (yield))(1).__class__.__name__)
print([f(3) for f in (lambda x: x, lambda x: x ** 2, lambda x: "a" if x else "b")])
