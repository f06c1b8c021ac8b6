# min, max, sum, any, all, sorted, enumerate, zip, map and filter over lists, generators and keys.
def run(n):
    numbers = [i * 7919 % 10007 for i in range(n)]
    words = ['w' + str(k) for k in numbers]
    total = sum(numbers) + sum(k * k for k in numbers) + sum([k & 3 for k in numbers])
    most = max(numbers), min(numbers), max(k ^ 255 for k in numbers), min(k ^ 255 for k in numbers)
    longest = max(words, key=len), min(words, key=lambda word: word[::-1]), max(words)
    checks = any(k == -1 for k in numbers), all(k >= 0 for k in numbers), any(numbers), all(words)
    doubled = list(map(lambda k: k * 2, numbers))
    texts = list(map(str, numbers))
    odd = len(list(filter(lambda k: k & 1, numbers)))
    places = sum(i for i, word in enumerate(words) if word[-1] == '7')
    dot = sum(a * b for a, b in zip(numbers, doubled))
    count = sum(map(len, texts)) + len(list(filter(None, numbers)))
    mean = sum(k / 2 for k in numbers) / n
    return total, most, longest, checks, odd, places, dot, count, mean


for _ in range(4):
    result = run(40000)
print(result)
