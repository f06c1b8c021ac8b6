# Augmented assignment names its own operator, and a tuple's item is changed before the error.
# recorded: CPython 3.14
try:
    x = 1
    x += "a"
except TypeError as error:
    print(error)
try:
    s = "a"
    s -= "b"
except TypeError as error:
    print(error)
try:
    n = None
    n **= 2
except TypeError as error:
    print(error)
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as error:
    print(error)
print(t)
