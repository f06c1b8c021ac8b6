# Default values are made once, when the function is.
# recorded: CPython 3.14
def append(item, to=[]):
    to.append(item)
    return to

print(append(1), append(2), append(3, []))
print(append.__defaults__)
n = 5
def f(x=n): return x
n = 6
print(f())
def g(*, k=n * 2): return k
print(g(), g.__kwdefaults__, g.__defaults__)
functions = [lambda i=i: i for i in range(3)]
print([h() for h in functions])
