# StopIteration raised inside a generator becomes RuntimeError.
# recorded: CPython 3.14
def g():
    yield 1
    next(iter([]))

try:
    print(list(g()))
except RuntimeError as e:
    print(e, repr(e.__cause__))
def h():
    raise StopIteration("x")
    yield
try:
    next(h())
except RuntimeError as e:
    print(e)
print(list(x for x in [1, 2] if x > 1))
