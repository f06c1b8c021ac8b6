# Carets of a failing unpacking.
# recorded: CPython 3.14
pairs = [(1, 2), (3, 4, 5)]
for a, b in pairs:
    print(a, b)
