# Set algebra: unions, differences, membership, comprehensions, frozensets as keys, deduplication.
def run(n):
    threes = set(range(0, n, 3))
    fives = {i for i in range(0, n, 5)}
    both = threes & fives
    either = threes | fives
    one = threes ^ fives
    rest = set(range(n)) - either
    hits = 0
    for i in range(n):
        if i in both:
            hits += 1
        elif i in one and i not in fives:
            hits += 2
    words = ['w' + str(i * i % 5003) for i in range(n)]
    seen = set()
    unique = []
    for word in words:
        if word not in seen:
            seen.add(word)
            unique.append(word)
    pairs = {}
    for i in range(n // 4):
        key = frozenset((i % 31, i % 37))
        pairs[key] = pairs.get(key, 0) + 1
    small = [{i, i + 1, i * 2} for i in range(n // 4)]
    overlap = sum(1 for a, b in zip(small, small[1:]) if not a.isdisjoint(b))
    subset = sum(1 for s in small if s <= either)
    return len(both), len(either), len(one), len(rest), hits, len(unique), len(pairs), overlap, subset, both <= threes


for _ in range(3):
    result = run(120000)
print(result)
