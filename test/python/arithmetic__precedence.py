# Operator precedence and associativity.
# recorded: CPython 3.14
print(2 + 3 * 4, (2 + 3) * 4, 2 * 3 ** 2, -2 ** 2, 2 ** 3 ** 2)
print(2 ** -1, -2 ** -2, 10 - 4 - 3, 100 / 10 / 2, 7 // 2 * 2)
print(1 | 2 ^ 3 & 4, 1 << 2 + 1, 5 & 3 == 1, not 1 == 2)
print(1 + 2 < 4 and 3 or 5, not True or True, not (True or True))
print(1 if False else 2 if False else 3, (lambda x: x + 1)(2) * 2)
print(~2 ** 2, 5 % 3 ** 2, -7 // 2, -(7 // 2))
