# A report of sales by region and product from rows of text.
# recorded: CPython 3.14
ROWS = """
2024-01-03,North,Widget,10,2.50
2024-01-04,South,Widget,4,2.50
2024-01-04,North,Gadget,1,19.99
2024-01-07,East,Widget,n/a,2.50
2024-01-09,South,Gizmo,7,5.00
2024-01-11,North,Gizmo,3,5.25
2024-01-12,East,Gadget,2,18.50
2024-01-13,West,,5,1.00
"""

def parse(text):
    good, bad = [], []
    for number, line in enumerate(text.strip().splitlines(), start=1):
        date, region, product, quantity, price = [part.strip() for part in line.split(",")]
        try:
            if not product:
                raise ValueError("product is missing")
            row = {"date": date, "region": region, "product": product,
                   "quantity": int(quantity), "price": float(price)}
        except ValueError as error:
            bad.append((number, str(error)))
        else:
            row["total"] = round(row["quantity"] * row["price"], 2)
            good.append(row)
    return good, bad

def group_by(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups

def table(title, groups):
    print(f"{title:<10}|{'rows':>5}|{'units':>6}|{'revenue':>10}")
    print("-" * 10 + "+" + "-" * 5 + "+" + "-" * 6 + "+" + "-" * 10)
    for name in sorted(groups, key=lambda n: (-sum(r["total"] for r in groups[n]), n)):
        rows = groups[name]
        print(f"{name:<10}|{len(rows):>5}|{sum(r['quantity'] for r in rows):>6}|{sum(r['total'] for r in rows):>10,.2f}")

rows, problems = parse(ROWS)
table("Region", group_by(rows, "region"))
print()
table("Product", group_by(rows, "product"))
print()
best = max(rows, key=lambda r: r["total"])
print(f"Best sale: {best['product']} in {best['region']} on {best['date']}: {best['total']:.2f}")
for number, problem in problems:
    print(f"line {number}: {problem}")
