# Puzzles with sets and permutations: a sum puzzle, queens, sudoku, subsets.
# recorded: CPython 3.14
from itertools import combinations, permutations

def send_more_money():
    for d, e, y in permutations(range(10), 3):
        if (d + e) % 10 != y:
            continue
        left = set(range(10)) - {d, e, y}
        for n, r in permutations(left, 2):
            carry = (d + e) // 10
            if (n + r + carry) % 10 != e:
                continue
            carry2 = (n + r + carry) // 10
            for o, s in permutations(left - {n, r}, 2):
                m = 1
                if m in (d, e, y, n, r, o, s) or s == 0:
                    continue
                if (e + o + carry2) % 10 == n and s + m + (e + o + carry2) // 10 == 10 * m + o:
                    yield s * 1000 + e * 100 + n * 10 + d, m * 1000 + o * 100 + r * 10 + e

def queens(n, placed=()):
    row = len(placed)
    if row == n:
        yield placed
        return
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(placed)):
            yield from queens(n, placed + (column,))

def sudoku(grid):
    cells = [(r, c) for r in range(4) for c in range(4) if grid[r][c] == 0]
    if not cells:
        return grid
    options = []
    for r, c in cells:
        used = set(grid[r]) | {row[c] for row in grid} | {grid[i][j] for i in range(r // 2 * 2, r // 2 * 2 + 2)
                                                          for j in range(c // 2 * 2, c // 2 * 2 + 2)}
        options.append((sorted({1, 2, 3, 4} - used), r, c))
    values, r, c = min(options, key=lambda o: (len(o[0]), o[1:]))
    for value in values:
        copy = [row[:] for row in grid]
        copy[r][c] = value
        if (solved := sudoku(copy)) is not None:
            return solved
    return None

def subset_sum(numbers, goal):
    for n in range(len(numbers) + 1):
        for chosen in combinations(numbers, n):
            if sum(chosen) == goal:
                return chosen

for a, b in send_more_money():
    print(a, "+", b, "=", a + b)
print([len(list(queens(n))) for n in range(1, 7)], next(queens(6)))
for row in sudoku([[1, 0, 0, 0], [0, 0, 3, 0], [0, 4, 0, 0], [0, 0, 0, 2]]):
    print(*row)
print(sudoku([[1, 1, 0, 0]] + [[0] * 4 for _ in range(3)]))
print(subset_sum([3, 34, 4, 12, 5, 2], 9), subset_sum([1, 2], 10), subset_sum([], 0))
people = {"Ann": {"tea", "jam"}, "Bob": {"tea", "ham"}, "Cy": {"ham", "jam", "tea"}}
print(sorted(set.intersection(*people.values())), sorted(set.union(*people.values())))
print([(a, b, sorted(people[a] ^ people[b])) for a, b in combinations(sorted(people), 2)])
