# `is` tells objects apart, `==` values.
# recorded: CPython 3.14
a = [1]
b = [1]
c = a
print(a == b, a is b, a is c, a is not b)
print(None is None, True is (1 == 1), ... is Ellipsis, NotImplemented is NotImplemented)
x = y = []
x.append(1)
print(y, x is y)
t = ()
print(t is tuple([]), "" == str())
