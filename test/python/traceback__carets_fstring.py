# Carets inside an f-string.
# recorded: CPython 3.14
user = {"name": "Bo"}
print(f"Hello {user['name']}, you are {user['age'] + 1} years old")
