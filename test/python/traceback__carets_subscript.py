# Carets of subscripts.
# recorded: CPython 3.14
data = {"users": [{"name": "x"}]}
print(data["users"][0]["email"]["home"])
