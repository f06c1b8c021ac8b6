# Sorting larger lists of several shapes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

n = 500
x = 12345
data = []
for _ in range(n):
    x = (x * 1103515245 + 12345) % 2147483648
    data.append(x % 1000)
s = sorted(data)
show(lambda: (all(a <= b for a, b in zip(s, s[1:])), len(s) == n, s[:5], s[-5:], sum(s) == sum(data)))
show(lambda: (sorted(data, reverse=True) == s[::-1], sorted(data, key=lambda v: -v) == sorted(data, reverse=True)))
show(lambda: (sorted(range(100, 0, -1)) == list(range(1, 101)), sorted([5] * 50) == [5] * 50))
show(lambda: (
    sorted(map(str, range(120)))[:8], sorted([(i % 3, -i) for i in range(9)]), sorted([float(v) for v in data])[:3],
))
show(lambda: (sorted(list(range(50)) + list(range(25)))[:6], sorted(enumerate(data), key=lambda p: p[1])[:3]))
show(lambda: (
    sorted(range(10), key=lambda v: (v % 3, -v)), sorted(["b10", "b9", "a10"], key=lambda w: (w[0], int(w[1:]))),
))
