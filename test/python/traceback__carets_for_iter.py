# Iterating over something that is not iterable.
# recorded: CPython 3.14
def items(): return 42
for item in items():
    print(item)
