# Carets of comparisons.
# recorded: CPython 3.14
a = [1, 2]
if len(a) > 1 and a < 5:
    print("no")
