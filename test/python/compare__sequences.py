# Sequences compare item by item; different types are not equal.
# recorded: CPython 3.14
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], (2,) > (1, 9), "a" < "b", "Z" < "a", b"a" < b"b")
print([1, [2, 3]] == [1, [2, 3]], (1, 2) == [1, 2], "a" == b"a", [1] != [1.0], {1: 2} == {1: 2.0})
print("abc" < "abd", "ab" < "abc", "" < "a", "é" > "z", "\U0001F600" > "\uffff")
print({1, 2} == {2, 1}, {1, 2} < {1, 2, 3}, {1} <= {1}, {1} < {1}, {1, 4} > {2}, frozenset([1]) == {1})
print(range(3) == range(0, 3, 1), range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2))
