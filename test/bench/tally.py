# Word counting without helpers: letters, bigrams, first letters, longest words, an inverted index.
TEXT = '''It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of
foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the season
of Darkness, it was the spring of hope, it was the winter of despair, we had everything before us, we had nothing
before us, we were all going direct to Heaven, we were all going direct the other way.'''


def clean(word):
    return word.strip('.,;!?').lower()


def run(copies):
    letters = {}
    words = {}
    bigrams = {}
    first = {}
    where = {}
    number = 0
    for copy in range(copies):
        for line in TEXT.splitlines():
            number += 1
            previous = None
            for raw in line.split():
                word = clean(raw)
                if word in words:
                    words[word] += 1
                else:
                    words[word] = 1
                if previous is not None:
                    pair = previous, word
                    bigrams[pair] = bigrams.get(pair, 0) + 1
                previous = word
                try:
                    first[word[0]] += 1
                except KeyError:
                    first[word[0]] = 1
                where.setdefault(word, set()).add(number % 50)
            if copy % 8 == 0:
                for ch in line:
                    if ch.isalpha():
                        letters[ch] = letters.get(ch, 0) + 1
    top = sorted(words.items(), key=lambda item: (-item[1], item[0]))[:6]
    pairs = sorted(bigrams.items(), key=lambda item: (-item[1], item[0]))[:3]
    longest = max(words, key=len)
    return number, top, pairs, longest, sorted(first)[:5], letters['e'], len(where['heaven'])


print(run(4000))
