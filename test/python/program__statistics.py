# Descriptive statistics, a histogram, correlation and a regression line.
# recorded: CPython 3.14
import math

DATA = [(1, 2.1), (2, 3.9), (3, 6.2), (4, 7.8), (5, 10.1), (6, 12.2), (7, 13.8), (8, 16.1)]

def mean(xs):
    xs = list(xs)
    if not xs:
        raise ValueError("mean of nothing")
    return math.fsum(xs) / len(xs)

def variance(xs):
    m = mean(xs)
    return math.fsum((x - m) ** 2 for x in xs) / (len(xs) - 1)

def quantile(xs, q):
    xs = sorted(xs)
    position = (len(xs) - 1) * q
    low = math.floor(position)
    return xs[low] + (xs[min(low + 1, len(xs) - 1)] - xs[low]) * (position - low)

def mode(xs):
    counts = {}
    for x in xs:
        counts[x] = counts.get(x, 0) + 1
    most = max(counts.values())
    return sorted(x for x, n in counts.items() if n == most)

def correlation(pairs):
    xs, ys = zip(*pairs)
    mx, my = mean(xs), mean(ys)
    top = sum((x - mx) * (y - my) for x, y in pairs)
    return top / math.sqrt(sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys))

def regression(pairs):
    xs, ys = zip(*pairs)
    mx, my = mean(xs), mean(ys)
    slope = sum((x - mx) * (y - my) for x, y in pairs) / sum((x - mx) ** 2 for x in xs)
    return slope, my - slope * mx

def histogram(xs, bins=4, width=20):
    low, high = min(xs), max(xs)
    size = (high - low) / bins or 1
    counts = [0] * bins
    for x in xs:
        counts[min(int((x - low) / size), bins - 1)] += 1
    peak = max(counts)
    for i, n in enumerate(counts):
        print(f"{low + i * size:6.2f} | {'#' * (n * width // peak):<{width}} {n}")

ys = [y for _, y in DATA]
print(f"mean {mean(ys):.4f} variance {variance(ys):.4f} sd {math.sqrt(variance(ys)):.4f}")
print([round(quantile(ys, q), 3) for q in (0, 0.25, 0.5, 0.75, 1)], mode([1, 2, 2, 3, 3]))
slope, intercept = regression(DATA)
print(f"y = {slope:.4f}x {intercept:+.4f}, r = {correlation(DATA):.6f}")
print([f"{y - (slope * x + intercept):+.2f}" for x, y in DATA])
histogram([1, 2, 2, 3, 3, 3, 8, 9, 4, 5, 5.5])
histogram([5, 5])
moving = [round(mean(ys[max(0, i - 2):i + 1]), 2) for i in range(len(ys))]
print(moving, [round(b - a, 1) for a, b in zip(ys, ys[1:])])
z = [(y - mean(ys)) / math.sqrt(variance(ys)) for y in ys]
print(f"{min(z):.3f} {max(z):.3f} {abs(round(sum(z), 9))}")
for bad in (lambda: mean([]), lambda: variance([1]), lambda: correlation([(1, 1), (1, 2)])):
    try:
        bad()
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__)
