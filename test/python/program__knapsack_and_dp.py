# Dynamic programming: knapsack, change, longest increasing run, partitions, matrix chain.
# recorded: CPython 3.14
from functools import cache, lru_cache

def knapsack(items, capacity):
    best = [(0, ())] * (capacity + 1)
    for name, weight, value in items:
        for room in range(capacity, weight - 1, -1):
            old, names = best[room - weight]
            if old + value > best[room][0]:
                best[room] = old + value, names + (name,)
    return best[capacity]

def change(coins, amount):
    fewest = [0] + [None] * amount
    last = [None] * (amount + 1)
    for n in range(1, amount + 1):
        for coin in coins:
            if coin <= n and fewest[n - coin] is not None:
                if fewest[n] is None or fewest[n - coin] + 1 < fewest[n]:
                    fewest[n], last[n] = fewest[n - coin] + 1, coin
    if fewest[amount] is None:
        return None
    used = []
    while amount:
        used.append(last[amount])
        amount -= last[amount]
    return used

def ways(coins, amount):
    @cache
    def count(i, left):
        if left == 0: return 1
        if left < 0 or i == len(coins): return 0
        return count(i, left - coins[i]) + count(i + 1, left)
    return count(0, amount)

def increasing(numbers):
    best = []
    for i, x in enumerate(numbers):
        candidates = [best[j] for j in range(i) if numbers[j] < x]
        best.append(max(candidates, key=len, default=[]) + [x])
    return max(best, key=len, default=[])

@lru_cache(maxsize=None)
def partitions(n, largest=None):
    if n == 0: return 1
    if largest is None: largest = n
    return sum(partitions(n - k, k) for k in range(1, min(n, largest) + 1))

def chain(dimensions):
    n = len(dimensions) - 1
    cost = [[0] * n for _ in range(n)]
    cut = [[0] * n for _ in range(n)]
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            j = i + length - 1
            cost[i][j], cut[i][j] = min(
                (cost[i][k] + cost[k + 1][j] + dimensions[i] * dimensions[k + 1] * dimensions[j + 1], k) for k in range(i, j))
    def show(i, j):
        return "ABCDEFG"[i] if i == j else f"({show(i, cut[i][j])}{show(cut[i][j] + 1, j)})"
    return cost[0][n - 1], show(0, n - 1)

@cache
def grid_paths(r, c):
    return 1 if r == 0 or c == 0 else grid_paths(r - 1, c) + grid_paths(r, c - 1)

print(knapsack([("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("sugar", 15, 60), ("tin", 68, 45)], 100))
print(change([1, 5, 12], 15), change([5, 7], 13), change([2], 3), change([1, 2], 0), ways((1, 2, 5, 10), 25), ways((3,), 4))
print(increasing([10, 9, 2, 5, 3, 7, 101, 18]), increasing([]), increasing([3, 2, 1]))
print([partitions(n) for n in range(12)], partitions(60), partitions.cache_info().currsize > 100)
print(chain([10, 30, 5, 60]), chain([40, 20, 30, 10, 30]), grid_paths(16, 16))
def longest_palindrome(s):
    best = ""
    for centre in range(2 * len(s) - 1):
        left, right = centre // 2, (centre + 1) // 2
        while left >= 0 and right < len(s) and s[left] == s[right]:
            left, right = left - 1, right + 1
        best = max(best, s[left + 1:right], key=len)
    return best
print(longest_palindrome("forgeeksskeegfor"), longest_palindrome("abc"), repr(longest_palindrome("")))
