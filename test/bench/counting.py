# Counter, defaultdict, deque and OrderedDict in their usual places.
from collections import Counter, defaultdict, deque


def run(n):
    words = ['w' + str(i * i % 613) for i in range(n)]
    counts = Counter(words)
    letters = Counter('the quick brown fox jumps over the lazy dog' * (n // 50))
    counts.update(words[:n // 2])
    groups = defaultdict(list)
    for word in words:
        groups[len(word)].append(word)
    tally = defaultdict(int)
    for word in words:
        tally[word] += 1
    window = deque(maxlen=50)
    total = 0
    running = 0
    for i in range(n):
        if len(window) == 50:
            running -= window[0]
        window.append(i % 97)
        running += i % 97
        total += running
    queue = deque([(0, 1)])
    seen = {(0, 1)}
    while queue and len(seen) < n // 4:
        depth, node = queue.popleft()
        for step in (2, 3, 5):
            state = depth + 1, node * step % 100003
            if state not in seen:
                seen.add(state)
                queue.append(state)
    return counts.most_common(3), letters['o'], sorted(groups), tally['w4'], total, len(seen), sum(counts.values())


for _ in range(2):
    result = run(60000)
print(result)
