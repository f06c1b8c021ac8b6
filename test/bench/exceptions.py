# try/except in loops and exceptions as control flow.
class Invalid(ValueError):
    def __init__(self, field, value):
        super().__init__(f'{field}: {value}')
        self.field = field


class Stop(Exception):
    pass


def parse(text):
    try:
        return int(text)
    except ValueError:
        return None


def validate(i):
    if i % 5 == 0:
        raise Invalid('number', i)
    return i


def nested(i):
    try:
        try:
            return validate(i)
        finally:
            closed.append(i & 1)
    except Invalid as error:
        if i % 10 == 0:
            raise KeyError(error.field) from error
        return -1


def search(grid, wanted):
    try:
        for y, row in enumerate(grid):
            for x, cell in enumerate(row):
                if cell == wanted:
                    raise Stop(x, y)
    except Stop as stop:
        return stop.args
    return None


closed = []
texts = ['12', 'x7', '900', '', '4.5', '33']
numbers = [parse(texts[i % 6]) for i in range(150000)]
results = {}
for i in range(150000):
    try:
        value = nested(i)
    except KeyError as error:
        value = str(error)
    results[value if i % 5 == 0 else 'ok'] = results.get(value if i % 5 == 0 else 'ok', 0) + 1
missing = 0
for i in range(100000):
    try:
        missing += {'a': 1}['ab'[i & 1]]
    except KeyError:
        missing -= 1
    except (TypeError, IndexError):
        missing = 0
    else:
        missing += 2
grid = [[y * 40 + x for x in range(40)] for y in range(40)]
print(sum(n for n in numbers if n is not None), results, len(closed), sum(closed), missing)
print([search(grid, n) for n in (0, 41, 1599, 1600)], sum(search(grid, 700 + i % 7)[0] for i in range(2000)))
