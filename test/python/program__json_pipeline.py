# Nested records are filtered, joined, flattened and summed up as JSON.
# recorded: CPython 3.14
import json

SOURCE = json.dumps({
    "users": [{"id": 1, "name": "Ann", "tags": ["admin", "staff"], "address": {"city": "Rome", "zip": "00100"}},
              {"id": 2, "name": "Bob", "tags": [], "address": None},
              {"id": 3, "name": "Cy", "tags": ["staff"], "address": {"city": "Oslo"}}],
    "orders": [{"user": 1, "lines": [["pen", 3, 1.2], ["ink", 1, 7.5]]}, {"user": 3, "lines": []},
               {"user": 1, "lines": [["pad", 2, 4.25]]}, {"user": 9, "lines": [["pen", 1, 1.2]]}],
})

def get(data, path, default=None):
    for part in path.split("."):
        if isinstance(data, list):
            try:
                data = data[int(part)]
            except (ValueError, IndexError):
                return default
        elif isinstance(data, dict) and part in data:
            data = data[part]
        else:
            return default
    return data

def flatten(data, prefix=""):
    if isinstance(data, dict) and data:
        for key, value in data.items():
            yield from flatten(value, f"{prefix}{key}.")
    elif isinstance(data, list) and data:
        for i, value in enumerate(data):
            yield from flatten(value, f"{prefix}{i}.")
    else:
        yield prefix.rstrip("."), data

def diff(a, b):
    a, b = dict(flatten(a)), dict(flatten(b))
    return {"added": sorted(b.keys() - a.keys()), "removed": sorted(a.keys() - b.keys()),
            "changed": sorted(k for k in a.keys() & b.keys() if a[k] != b[k])}

data = json.loads(SOURCE)
print(get(data, "users.0.address.city"), get(data, "users.1.address.city", "?"), get(data, "users.7"), get(data, "orders.0.lines.1.2"))
users = {u["id"]: u for u in data["users"]}
totals, unknown = {}, []
for order in data["orders"]:
    amount = sum(n * price for _, n, price in order["lines"])
    if (user := users.get(order["user"])) is None:
        unknown.append(order)
    else:
        totals[user["name"]] = round(totals.get(user["name"], 0) + amount, 2)
print(json.dumps(totals), json.dumps(unknown, separators=(",", ":")))
print(dict(flatten(data["users"][0])), dict(flatten({"e": {}, "l": [], "n": None})))
changed = json.loads(SOURCE)
changed["users"][0]["name"] = "Anna"
del changed["users"][2]["address"]
changed["users"][1]["tags"].append("new")
print(json.dumps(diff(data, changed), indent=2))
print(json.dumps({u["name"]: {t: True for t in u["tags"]} for u in data["users"]}, sort_keys=True))
for text in ('{"a": }', '[1, 2', '{"a": 1} x', "", '{"a": tru}'):
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(f"{text!r}: {error.msg} at line {error.lineno} column {error.colno}")
