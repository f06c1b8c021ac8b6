# Cleaning a messy table: quoting, types, duplicates, missing values, outliers.
# recorded: CPython 3.14
DATA = '''id,name,age,city,income
1,"Smith, John",34,New York,55000
2,Jane Doe,,Boston,"62,500"
3,Bob,abc,Chicago,48000
2,Jane Doe,,Boston,"62,500"
4,"O""Neil",45, Denver ,
5,Al,29,boston,1000000
6,,51,Chicago,52000
7,Kim,38,NEW YORK,58000
'''

def split_line(line):
    fields, field, quoted, i = [], "", False, 0
    while i < len(line):
        c = line[i]
        if quoted:
            if c == '"':
                if line[i + 1:i + 2] == '"':
                    field += '"'
                    i += 1
                else:
                    quoted = False
            else:
                field += c
        elif c == '"':
            quoted = True
        elif c == ",":
            fields.append(field)
            field = ""
        else:
            field += c
        i += 1
    return fields + [field]

def read(text):
    header, *lines = text.strip().split("\n")
    names = split_line(header)
    return [dict(zip(names, split_line(line))) for line in lines]

def to_number(text, kind):
    text = text.replace(",", "").strip()
    try:
        return kind(text)
    except ValueError:
        return None

def median(values):
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2

def clean(rows):
    seen, out, notes = set(), [], []
    for row in rows:
        key = tuple(sorted(row.items()))
        if key in seen:
            notes.append(f"row {row['id']}: duplicate")
            continue
        seen.add(key)
        record = {"id": int(row["id"]), "name": row["name"].strip() or None, "age": to_number(row["age"], int),
                  "city": row["city"].strip().title(), "income": to_number(row["income"], float)}
        missing = [k for k, v in record.items() if v is None]
        if missing:
            notes.append(f"row {record['id']}: missing {', '.join(missing)}")
        out.append(record)
    for column in ("age", "income"):
        middle = median([r[column] for r in out if r[column] is not None])
        for r in out:
            if r[column] is None:
                r[column] = middle
    return out, notes

rows, notes = clean(read(DATA))
for r in rows:
    print(f"{r['id']:>2} {r['name'] or '-':<12} {r['age']:>5} {r['city']:<9} {r['income']:>12,.1f}")
print(*notes, sep="\n")
incomes = [r["income"] for r in rows]
mean = sum(incomes) / len(incomes)
deviation = (sum((x - mean) ** 2 for x in incomes) / len(incomes)) ** 0.5
print(f"mean {mean:,.2f} deviation {deviation:,.2f}", [r["name"] for r in rows if abs(r["income"] - mean) > 2 * deviation])
by_city = {}
for r in rows:
    by_city.setdefault(r["city"], []).append(r["income"])
print({city: round(sum(v) / len(v), 1) for city, v in sorted(by_city.items())})
