# Chained comparisons evaluate each operand once and stop at the first false one.
# recorded: CPython 3.14
def v(n):
    print("v", n)
    return n

print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(1 < 2 > 1, 1 == 1.0 == True, 1 < 3 < 2, 3 > 2 > 1 > 0)
print(1 in [1] == True, (1 in [1]) == True)
x = 5
print(0 <= x < 10, not 0 <= x < 5, None is None is not True)
