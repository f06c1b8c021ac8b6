# Grouping and joining records in nested dicts, comprehensions, merges, views.
def records(n):
    seed = 99
    rows = []
    for i in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        rows.append({'id': i, 'city': 'city' + str(seed % 97), 'kind': ('a', 'b', 'c')[seed % 3], 'amount': seed % 1000})
    return rows


def run(n):
    rows = records(n)
    by_city = {}
    for row in rows:
        city = by_city.setdefault(row['city'], {})
        kind = city.setdefault(row['kind'], {'count': 0, 'total': 0, 'ids': []})
        kind['count'] += 1
        kind['total'] += row['amount']
        kind['ids'].append(row['id'])
    totals = {city: sum(kind['total'] for kind in kinds.values()) for city, kinds in by_city.items()}
    inverse = {}
    for city, total in totals.items():
        inverse.setdefault(total % 10, []).append(city)
    index = {row['id']: row for row in rows}
    joined = 0
    for kinds in by_city.values():
        for kind in kinds.values():
            for key in kind['ids']:
                if key in index and index[key]['amount'] > 500:
                    joined += 1
    merged = {}
    for row in rows[:5000]:
        merged = {**row, 'seen': merged.get('seen', 0) + 1} | {'last': row['id']}
        merged.pop('kind')
    best = max(totals, key=totals.get)
    return best, totals[best], sorted(inverse), joined, merged, list(totals.items())[:2]


for _ in range(2):
    result = run(100000)
print(result)
