# A list may change while a for loop runs over it.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

a = [1, 2, 3]
out = []
for x in a:
    out.append(x)
    if len(a) < 6:
        a.append(x * 10)
show(lambda: (out, a))
a = [1, 2, 3, 4, 5, 6]
for x in a:
    if x % 2 == 0:
        a.remove(x)
show(lambda: a)
a = list(range(6))
for x in a:
    a.pop()
show(lambda: a)
it = iter(a)
show(lambda: (list(it), a.append(1), list(it)))
