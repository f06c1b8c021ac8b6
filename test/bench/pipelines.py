# itertools and functools pipelines.
import functools
import itertools
import operator


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


def compose(*functions):
    return functools.reduce(lambda f, g: lambda x: g(f(x)), functions)


@functools.lru_cache(maxsize=None)
def digit_sum(n):
    return n if n < 10 else n % 10 + digit_sum(n // 10)


add = functools.partial(operator.add, 3)
step = compose(add, lambda x: x * 2, lambda x: x - 1)
total = sum(map(step, range(200000)))
running = list(itertools.accumulate(range(200000)))
evens = list(itertools.islice(filter(lambda x: x % 2 == 0, running), 50000))
groups = {key: len(list(group)) for key, group in itertools.groupby(sorted(evens, key=digit_sum), key=digit_sum)}
pairs = sum(a * b for a, b in itertools.combinations(range(400), 2))
product = max(x ^ y for x, y in itertools.product(range(250), repeat=2))
longest = max(range(1, 4000), key=lambda n: sum(1 for _ in collatz(n)))
flat = list(itertools.chain.from_iterable([i] * (i % 4) for i in range(60000)))
zipped = sum(x * y + z for x, y, z in zip(flat, itertools.cycle((1, 2, 3)), itertools.count()))
taken = len(list(itertools.takewhile(lambda x: x < 40000, flat)))
print(total, running[-1], len(evens), groups[9], pairs, product, longest, len(flat), zipped, taken)
