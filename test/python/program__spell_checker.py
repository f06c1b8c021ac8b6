# Edit distances, suggestions and word statistics.
# recorded: CPython 3.14
WORDS = "the quick brown fox jumps over lazy dog python snake typing letter better butter".split()

def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]

def edits(word):
    letters = "abcdefghijklmnopqrstuvwxyz"
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    yield from (a + b[1:] for a, b in splits if b)
    yield from (a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1)
    yield from (a + c + b[1:] for a, b in splits if b for c in letters)
    yield from (a + c + b for a, b in splits for c in letters)

def suggest(word, known=frozenset(WORDS)):
    if word in known:
        return [word]
    close = known.intersection(edits(word))
    if close:
        return sorted(close)
    ranked = sorted((distance(word, w), w) for w in known)
    best = ranked[0][0]
    return [w for d, w in ranked if d == best] if best <= 3 else []

def lcs(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i + 1][j], table[i][j + 1], key=len)
    return table[-1][-1]

for a, b in [("kitten", "sitting"), ("", "abc"), ("same", "same"), ("flaw", "lawn")]:
    print(a, b, distance(a, b), repr(lcs(a, b)))
for word in "teh quikc browm foxx jumsp bitter zzzzzzz python".split():
    print(word, suggest(word))
print(len(list(edits("fox"))), len(set(edits("fox"))))
anagrams = {}
for word in "listen silent enlist google elgoog abc cab bca x".split():
    anagrams.setdefault("".join(sorted(word)), []).append(word)
print([group for group in anagrams.values() if len(group) > 1])
print([w for w in WORDS + ["level", "noon"] if w == w[::-1]], sorted(WORDS, key=lambda w: (-len(set(w)), w))[:4])
vowels = {w: sum(c in "aeiou" for c in w) for w in WORDS}
print(max(vowels, key=vowels.get), sorted(set(vowels.values())))
