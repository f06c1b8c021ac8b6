# The branch taken in a conditional expression is marked.
# recorded: CPython 3.14
value = None
print("ok" if value is not None else value.strip())
