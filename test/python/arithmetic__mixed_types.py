# Arithmetic between int, bool and float.
# recorded: CPython 3.14
print(1 + 1.0, True + True, True + 1.5, 3 * False, 2 ** 0.5)
print(7 // 2.0, 7 % 2.5, 1 / True, -True)
print(True & False, True | 2, True ^ True, type(True & True).__name__, type(True & 1).__name__)
print(1 == 1.0, True == 1, 0 == False, 1 == "1", 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53)
print(1 < 1.5, True < 2, 10 ** 400 > 1e308, -10 ** 400 < float("-inf"))
