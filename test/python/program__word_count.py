# Words of a text: frequencies, lengths, an index and a histogram.
# recorded: CPython 3.14
from collections import Counter, defaultdict

TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity,
it was the season of Light, it was the season of Darkness"""

def words(text):
    word = ""
    for c in text + " ":
        if c.isalpha():
            word += c.lower()
        elif word:
            yield word
            word = ""

counts = Counter(words(TEXT))
print(sum(counts.values()), len(counts))
for word, n in counts.most_common(5):
    print(f"{word:<8}{n:>3} {'#' * n}")
by_length = defaultdict(set)
for word in counts:
    by_length[len(word)].add(word)
for length in sorted(by_length, reverse=True)[:4]:
    print(length, sorted(by_length[length]))
index = {}
for number, line in enumerate(TEXT.splitlines(), 1):
    for word in words(line):
        lines = index.setdefault(word, [])
        if not lines or lines[-1] != number:
            lines.append(number)
print({w: index[w] for w in sorted(index) if len(index[w]) == 1})
pairs = Counter(zip(list(words(TEXT)), list(words(TEXT))[1:]))
print(pairs.most_common(3))
print(" ".join(w.capitalize() if i % 2 else w.upper() for i, w in enumerate(list(words(TEXT))[:6])))
