# for over several kinds of iterables; else runs when no break did.
# recorded: CPython 3.14
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")
for c in "ab":
    print(c, end=" ")
for k in {"x": 1, "y": 2}:
    print(k, end=" ")
for i, (a, *b) in enumerate([(1, 2, 3), "xyz"]):
    print(i, a, b, end=" ")
for x in ():
    pass
else:
    print("empty")
