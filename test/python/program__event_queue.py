# A simulation of customers in a shop with a priority queue of events.
# recorded: CPython 3.14
class EventQueue:
    def __init__(self):
        self._heap = []
        self._count = 0

    def push(self, time, kind, data):
        self._heap.append((time, self._count, kind, data))
        self._count += 1
        i = len(self._heap) - 1
        while i and self._heap[(i - 1) // 2] > self._heap[i]:
            p = (i - 1) // 2
            self._heap[p], self._heap[i] = self._heap[i], self._heap[p]
            i = p

    def pop(self):
        top, last = self._heap[0], self._heap.pop()
        if self._heap:
            self._heap[0] = last
            i, n = 0, len(self._heap)
            while True:
                child = min((c for c in (2 * i + 1, 2 * i + 2) if c < n), key=lambda c: self._heap[c], default=None)
                if child is None or self._heap[child] >= self._heap[i]:
                    break
                self._heap[i], self._heap[child] = self._heap[child], self._heap[i]
                i = child
        return top

    def __len__(self):
        return len(self._heap)

    def __bool__(self):
        return len(self._heap) > 0

class Random:
    def __init__(self, seed): self.state = seed
    def __call__(self, low, high):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return low + (self.state >> 33) % (high - low + 1)

def simulate(tellers, customers, seed=1):
    random, events, waiting = Random(seed), EventQueue(), []
    free, served, total_wait, longest, clock = tellers, 0, 0, 0, 0
    at = 0
    for number in range(customers):
        at += random(1, 6)
        events.push(at, "arrive", number)
    while events:
        clock, _, kind, number = events.pop()
        if kind == "arrive":
            waiting.append((number, clock))
            longest = max(longest, len(waiting))
        else:
            free += 1
            served += 1
        while free and waiting:
            who, since = waiting.pop(0)
            total_wait += clock - since
            free -= 1
            events.push(clock + random(4, 12), "leave", who)
    return {"served": served, "end": clock, "average wait": round(total_wait / customers, 2), "longest queue": longest}

for tellers in (1, 2, 3, 4):
    print(tellers, simulate(tellers, 50))
q = EventQueue()
for t in (5, 3, 9, 1, 3):
    q.push(t, "x", None)
print([q.pop()[:2] for _ in range(len(q))], bool(q))
