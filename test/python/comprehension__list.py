# List comprehensions with several for and if clauses.
# recorded: CPython 3.14
print([x * x for x in range(6)])
print([x for x in range(20) if x % 2 if x % 3])
print([(x, y) for x in range(3) for y in range(x)])
print([[i * j for j in range(1, 4)] for i in range(1, 4)])
print([c for word in ["ab", "cd"] for c in word if c != "c"])
print([y for x in [1, 2] for y in [x, -x]])
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *_ in ["abc", "de"]])
print([x if x > 2 else -x for x in range(5)], [[] for _ in range(3)])
print([f(2) for f in [lambda x: x, lambda x: x * 10]])
