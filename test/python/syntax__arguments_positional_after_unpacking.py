# SyntaxError: positional argument follows keyword unpacking.
# recorded: CPython 3.14
f(**k, 2)
