# Sorting: tuples, strs, floats, by attribute and several keys, in place, in reverse, nearly sorted lists, top entries.
class Entry:
    def __init__(self, name, score):
        self.name = name
        self.score = score


def run(n):
    seed = 7
    numbers = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        numbers.append(seed % 100000)
    names = ['name' + str(k) for k in numbers]
    pairs = [(k % 50, name) for k, name in zip(numbers, names)]
    entries = [Entry(name, k) for k, name in zip(numbers, names)]
    pairs.sort()
    names_up = sorted(names)
    floats = sorted([k / 7 for k in numbers], reverse=True)
    by_two = sorted(pairs, key=lambda pair: (-pair[0], pair[1]))
    by_score = sorted(entries, key=lambda entry: entry.score)
    by_length = sorted(names, key=len)
    lower = sorted(names, key=str.lower, reverse=True)
    nearly = list(range(n))
    for i in range(0, n - 10, 100):
        nearly[i], nearly[i + 9] = nearly[i + 9], nearly[i]
    nearly.sort()
    top = sorted(range(n), key=numbers.__getitem__)[-3:]
    return pairs[0], names_up[0], floats[0], by_two[0], by_score[0].name, by_length[0], lower[0], nearly[5], top


for _ in range(2):
    result = run(25000)
print(result)
