# SyntaxError: iterable unpacking follows keyword unpacking.
# recorded: CPython 3.14
f(**k, *a)
