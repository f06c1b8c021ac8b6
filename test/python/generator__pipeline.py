# Generators in a pipeline pull one item at a time.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

log = []
def source():
    for i in range(1, 7):
        log.append(f"s{i}")
        yield i
def double(items):
    for i in items:
        log.append(f"d{i}")
        yield i * 2
def big(items):
    for i in items:
        if i > 4: yield i
show(lambda: (next(big(double(source()))), log, list(big(double(source()))), len(log)))
def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None: return total, count
        total += value; count += 1
        average = total / count
a = averager()
show(lambda: (next(a), a.send(10), a.send(20), a.send(60)))
try: a.send(None)
except StopIteration as e: print(e.value)
def window(items, n):
    buffer = []
    for x in items:
        buffer.append(x)
        if len(buffer) == n:
            yield tuple(buffer)
            buffer.pop(0)
show(lambda: (list(window(range(6), 3)), list(window("ab", 3))))
