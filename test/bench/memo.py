# Recursion with memo tables: edit distance, coins, grid paths, partitions.
from functools import lru_cache


def edit_distance(a, b):
    memo = {}

    def distance(i, j):
        if i == len(a):
            return len(b) - j
        if j == len(b):
            return len(a) - i
        key = (i, j)
        if key not in memo:
            if a[i] == b[j]:
                memo[key] = distance(i + 1, j + 1)
            else:
                memo[key] = 1 + min(distance(i + 1, j), distance(i, j + 1), distance(i + 1, j + 1))
        return memo[key]
    return distance(0, 0)


def coins(amount, kinds, memo):
    if amount == 0:
        return 1
    if amount < 0 or not kinds:
        return 0
    key = amount, len(kinds)
    if key in memo:
        return memo[key]
    memo[key] = coins(amount - kinds[0], kinds, memo) + coins(amount, kinds[1:], memo)
    return memo[key]


@lru_cache(maxsize=None)
def paths(x, y):
    return 1 if x == 0 or y == 0 else paths(x - 1, y) + paths(x, y - 1)


def partitions(n, largest, memo={}):
    if n == 0:
        return 1
    if (n, largest) not in memo:
        memo[n, largest] = sum(partitions(n - k, k) for k in range(1, min(n, largest) + 1))
    return memo[n, largest]


first = 'the interpreter reads a program and does what it says' * 2
second = 'an interpreter is a program that reads what it does, says it' * 2
print(edit_distance(first, second), [coins(n, (200, 100, 50, 20, 10, 5, 2, 1), {}) for n in (100, 200, 400)])
total = 0
for _ in range(8):
    paths.cache_clear()
    total += paths(120, 120) % 1000007
print(total, partitions(90, 90), sum(coins(n, (25, 10, 5, 1), {}) for n in range(1, 400, 3)))
