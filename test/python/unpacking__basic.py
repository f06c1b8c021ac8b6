# Unpacking into tuples, lists and nested targets.
# recorded: CPython 3.14
a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), [e, f] = (1, 2), "xy"
print(c, d, e, f)
x, = [5]
print(x)
[p, (q, r)] = 1, (2, 3)
print(p, q, r)
i = 0
arr = [0, 0, 0]
i, arr[i] = 1, 9
print(i, arr)
first = second = [1]
print(first is second)
for k, (m, n) in {"a": (1, 2)}.items():
    print(k, m, n)
a, b, c = {"x": 1, "y": 2, "z": 3}
print(a, b, c)
a, b = map(str, (1, 2))
print(a + b)
