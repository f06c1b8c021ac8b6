# Dicts made by comprehensions, gone through by items, keys and values, turned round, merged, filtered and counted.
def run(n):
    squares = {i: i * i for i in range(n)}
    names = {'key' + str(i): i for i in range(n)}
    total = 0
    for key, value in squares.items():
        total += key ^ value
    for name, i in names.items():
        if i % 3 == 0:
            total += len(name)
    for value in squares.values():
        total += value & 1
    turned = {value: key for key, value in squares.items()}
    small = {key: value for key, value in names.items() if value < n // 4}
    for key in small:
        total += names[key]
    merged = dict(names)
    merged.update(small)
    pairs = dict(zip(names, squares.values()))
    for key in list(small):
        del merged[key]
    groups = {}
    for name, i in names.items():
        groups.setdefault(i % 100, []).append(name)
    missing = sum(1 for i in range(n) if i not in turned)
    largest = max(pairs.values())
    return total, len(turned), len(small), len(merged), len(pairs), len(groups), missing, largest


for _ in range(3):
    result = run(60000)
print(result)
