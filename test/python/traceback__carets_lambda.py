# A lambda's frame is called <lambda>.
# recorded: CPython 3.14
double = lambda v: v["n"] * 2
print(sorted([{"n": 1}, {"m": 2}], key=double))
