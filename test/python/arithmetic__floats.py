# Float arithmetic and the shortest text that reads back as the same float.
# recorded: CPython 3.14
print(0.1 + 0.2, 1.5 * 2, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, 2.0 ** 0.5)
print(1 / 3, 2 / 3, 1e308 * 10, -1e308 * 10, 5e-324, 2.2250738585072014e-308)
print(float("inf") - float("inf"), 0.0 == -0.0, -0.0, 1e22, 1e23)
print(1.0, 100.0, 1e100, 3.14159, .5, 5., 1_0.0_1)
print(0.1 + 0.7, 3 * 1.1, 1.1 + 2.2, 4.35 * 100)
