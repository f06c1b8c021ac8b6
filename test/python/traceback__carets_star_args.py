# Calls with unpacked arguments.
# recorded: CPython 3.14
def f(a, b): return a
args = (1, 2, 3)
print(f(*args, **{}))
