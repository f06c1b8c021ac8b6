# Integer arithmetic: every operator, with the signs that show floor division and modulo.
# recorded: CPython 3.14
print(1 + 2, 7 - 10, 6 * 7, -5 + 5)
print(7 // 2, -7 // 2, 7 // -2, -7 // -2)
print(7 % 3, -7 % 3, 7 % -3, -7 % -3)
print(7 / 2, 6 / 3, -1 / 4)
print(2 ** 10, 2 ** 0, (-2) ** 3, 2 ** -1)
print(-5, +5, ~5, ~-1, - -3)
print(6 & 3, 6 | 3, 6 ^ 3, 1 << 5, 256 >> 4, -1 >> 3, -9 >> 1)
print(0x1F, 0b101, 0o17, 1_000_000)
