# Inner functions keep the variables of the outer ones.
# recorded: CPython 3.14
def counter(start=0):
    n = start
    def step(by=1):
        nonlocal n
        n += by
        return n
    def peek():
        return n
    return step, peek

step, peek = counter(10)
step(); step(5)
print(peek(), step(), peek())
other, _ = counter()
print(other(), peek())
def adder(a):
    return lambda b: lambda c: a + b + c
print(adder(1)(2)(3))
late = [lambda: i for i in range(3)]
print([f() for f in late])
def make():
    x = 1
    def get(): return x
    x = 2
    return get
print(make()())
