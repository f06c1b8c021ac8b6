# A table with a fluent query interface: where, select, join, group, order.
# recorded: CPython 3.14
class Query:
    def __init__(self, rows, steps=()):
        self.rows, self.steps = rows, steps

    def _with(self, step):
        return Query(self.rows, self.steps + (step,))

    def where(self, test=None, **equals):
        def step(rows):
            for row in rows:
                if (test is None or test(row)) and all(row.get(k) == v for k, v in equals.items()):
                    yield row
        return self._with(step)

    def select(self, *names, **computed):
        return self._with(lambda rows: ({**{n: r[n] for n in names}, **{k: f(r) for k, f in computed.items()}} for r in rows))

    def join(self, other, on, how="inner"):
        def step(rows):
            index = {}
            for r in other:
                index.setdefault(r[on], []).append(r)
            for r in rows:
                matches = index.get(r[on], [])
                if not matches and how == "left":
                    matches = [{}]
                for m in matches:
                    yield {**m, **r}
        return self._with(step)

    def group(self, key, **aggregates):
        def step(rows):
            groups = {}
            for r in rows:
                groups.setdefault(r[key], []).append(r)
            for value, members in groups.items():
                yield {key: value, **{name: f(members) for name, f in aggregates.items()}}
        return self._with(step)

    def order(self, *keys):
        def step(rows):
            rows = list(rows)
            for key in reversed(keys):
                name, down = key.lstrip("-"), key.startswith("-")
                rows.sort(key=lambda r: (r[name] is None, r[name] if r[name] is not None else 0), reverse=down)
            return rows
        return self._with(step)

    def limit(self, n):
        def step(rows):
            for i, r in enumerate(rows):
                if i == n:
                    return
                yield r
        return self._with(step)

    def __iter__(self):
        rows = iter(self.rows)
        for step in self.steps:
            rows = step(rows)
        return iter(rows)

    def __len__(self):
        return sum(1 for _ in self)

def total(name):
    return lambda rows: sum(r[name] for r in rows)

people = [{"id": i, "name": n, "dept": d, "pay": p} for i, (n, d, p) in enumerate(
    [("Ann", "dev", 50), ("Bob", "ops", 40), ("Cy", "dev", 70), ("Di", "hr", None), ("Ed", "ops", 45)])]
depts = [{"dept": "dev", "floor": 2}, {"dept": "ops", "floor": 1}]
q = Query(people)
print([r["name"] for r in q.where(dept="dev")], len(q.where(lambda r: r["pay"] and r["pay"] > 42)), len(q))
for row in q.where(lambda r: r["pay"]).group("dept", n=len, pay=total("pay"), top=lambda rs: max(rs, key=lambda r: r["pay"])["name"]).order("-pay"):
    print(row)
print(list(q.join(depts, "dept", how="left").select("name", floor=lambda r: r.get("floor")).order("floor", "-name")))
print([r["name"] for r in q.order("pay")], [r["name"] for r in q.order("-dept", "name").limit(3)])
print(len(q.join(depts, "dept")), [(r["name"], r["raise"]) for r in q.where(dept="ops").select("name", **{"raise": lambda r: r["pay"] * 1.1 // 1})])
lazy = q.where(lambda r: print("look", r["name"]) or True).limit(1)
print("built")
print(list(lazy))
for bad in (lambda: list(q.select("nope")), lambda: list(q.group("dept", pay=total("pay"))), lambda: list(q.order("zzz"))):
    try:
        bad()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
