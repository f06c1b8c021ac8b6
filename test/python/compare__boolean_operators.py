# and, or and not return operands, and evaluate no more than they must.
# recorded: CPython 3.14
def f(name, value):
    print(name, end=" ")
    return value

print(f("a", 0) and f("b", 1))
print(f("a", 2) and f("b", 3))
print(f("a", 0) or f("b", []))
print(f("a", "x") or f("b", 3))
print(not f("a", ""), not [0])
print(1 and 2 or 3, 0 or None, [] and 1, "" or () or {})
for value in (0, 1, 0.0, -0.0, "", "0", [], [[]], (), {}, {0: 0}, set(), None, range(0), range(1), b"", ..., float("nan")):
    print(bool(value), end=" ")
print()
